package io.kraty.sdk.internal.outbox;

import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.internal.transport.Calls;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What an outbox works with.
 *
 * @param calls makes calls
 * @param identity who plays
 * @param schedule does what is to be done later
 * @param callbacks where listeners are called
 * @param workers others to work beside the one that sends
 * @param background threads that may wait for long; throw {@code IllegalStateException} at the end
 * @param beside threads of their own, also after the end
 * @param begin begins the outbox as a task of the engine; throws {@code IllegalStateException} at the end
 */
public record Means(
        Calls calls,
        Identity identity,
        Schedule schedule,
        Callbacks callbacks,
        Executor workers,
        Executor background,
        Executor beside,
        Consumer<Outbox> begin) {}
