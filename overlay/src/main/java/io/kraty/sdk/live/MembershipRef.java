package io.kraty.sdk.live;

/**
 * A board that a player is or was on: that of an event's window, or one period of a configured board.
 *
 * @since 0.1.0
 */
public sealed interface MembershipRef permits EventBoardRef, ConfiguredBoardRef {}
