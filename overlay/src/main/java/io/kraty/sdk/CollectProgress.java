package io.kraty.sdk;

import io.kraty.api.model.Grant;
import io.kraty.sdk.error.KratyException;
import org.jspecify.annotations.Nullable;

/**
 * How far collecting is. Immutable.
 *
 * @param done how many grants are done, whether they were collected or failed
 * @param total how many there are to do, as far as is known: a further round adds what it finds
 * @param last the one that was done last
 * @param error why that one could not be collected; null if it was
 * @since 0.1.0
 */
public record CollectProgress(
        int done, int total, Grant last, @Nullable KratyException error) {}
