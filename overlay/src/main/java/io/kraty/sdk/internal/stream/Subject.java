package io.kraty.sdk.internal.stream;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is kept current.
 *
 * @param source its stream; null for none
 * @param read reads it; blocks
 * @param interval the time between two reads; zero for none but those that catch up
 * @param withoutStream the same while the stream is lost
 * @param reconnect whether to connect again
 * @param <E> the events of the stream
 * @param <R> what is read
 */
public record Subject<E, R>(
        @Nullable Source<E> source,
        Supplier<? extends R> read,
        Duration interval,
        Duration withoutStream,
        boolean reconnect) {}
