package io.kraty.sdk.live;

/**
 * Watches for grants until it is closed, and tells of what waits. Its methods never block.
 *
 * @since 0.1.0
 */
public interface GrantPoller extends BackgroundTask {}
