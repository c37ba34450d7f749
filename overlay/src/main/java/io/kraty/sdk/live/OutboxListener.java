package io.kraty.sdk.live;

/**
 * Is told what became of writes that the outbox had accepted, also of those of earlier launches.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OutboxListener {
    /**
     * It is over: done, refused, or given up. To return is to take the result: it does not come again. After an exception,
     * which is logged, it comes again with the next listener or launch, unless another listener took it; and it may, too, if
     * the process dies before the SDK has noted that it was taken, within milliseconds of returning. So book it under its
     * {@link OutboxEntry#key()}, and before returning.
     */
    void onResult(OutboxResult result);
}
