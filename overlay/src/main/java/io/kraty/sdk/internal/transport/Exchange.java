package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;

/**
 * Gets an answer to what is asked. Small ones wrap each other, each for one concern; {@link Calls} says in which order.
 * Blocks, and is safe for many threads at a time.
 */
interface Exchange {
    /**
     * Gets it.
     *
     * @throws KratyException why there is none
     */
    Answer send(Ask ask);
}
