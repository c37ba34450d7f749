package io.kraty.sdk.live;

/** A board that a player is or was on: that of an event's window, or one period of a configured board. */
public sealed interface MembershipRef permits EventBoardRef, ConfiguredBoardRef {}
