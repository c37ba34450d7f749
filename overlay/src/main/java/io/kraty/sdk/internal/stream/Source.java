package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.transport.Authorized;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a stream reads.
 *
 * @param what says what to ask for, on the stream's thread; may take its time, and is interrupted when the stream is
 *     closed
 * @param isLast tells the event after which the server may end the stream
 * @param isWanted tells the events to pass on
 * @param <E> the events
 */
public record Source<E>(Supplier<Authorized<E>> what, Predicate<E> isLast, Predicate<E> isWanted) {}
