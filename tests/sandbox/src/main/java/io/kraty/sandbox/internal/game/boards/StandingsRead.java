package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.StandingsScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a read of standings asks for.
 *
 * @param scope which segments
 * @param segment the one that is meant by that scope; null for none named
 * @param period which period; null for the running one
 * @param maxSegments how many segments
 * @param rows which rows of each
 */
public record StandingsRead(
        StandingsScope scope,
        @Nullable String segment,
        @Nullable Instant period,
        int maxSegments,
        BoardRead rows) {}
