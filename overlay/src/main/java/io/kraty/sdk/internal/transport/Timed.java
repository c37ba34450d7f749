package io.kraty.sdk.internal.transport;

/**
 * A result, and when the attempt that brought it was under way.
 *
 * @param result what came
 * @param sentNanos right before it was sent, by the clock that only goes forward
 * @param receivedNanos right after the last byte came, by the same clock
 */
public record Timed<T>(T result, long sentNanos, long receivedNanos) {}
