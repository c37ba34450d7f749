package io.kraty.sdk.error;

import io.kraty.sdk.request.RequestOptions;

/**
 * What is known about a call that failed: whether what it asks for may have happened all the same. It counts all attempts
 * together, so one that got lost on its way stays in doubt whatever was said to the next.
 *
 * <p>Only a write in doubt needs care, and only if it is not simply made again: repeat it with the same
 * {@link RequestOptions#idempotencyKey(String) key}, which {@link KratyException#idempotencyKey()} has, within 24 hours. It
 * then happens once, and the answer is that of the first time.
 *
 * @since 0.1.0
 */
public enum Outcome {
    /** Nothing of it left this device. */
    NOT_SENT,

    /** The platform answered that it did not do it. */
    REFUSED,

    /** It was sent, and whether it was done is not known. */
    UNKNOWN
}
