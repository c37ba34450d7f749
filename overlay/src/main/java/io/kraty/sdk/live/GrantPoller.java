package io.kraty.sdk.live;

/** Watches for grants until it is closed, and tells of what waits. Its methods never block. */
public interface GrantPoller extends BackgroundTask {}
