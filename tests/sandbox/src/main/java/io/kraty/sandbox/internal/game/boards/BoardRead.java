package io.kraty.sandbox.internal.game.boards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a read of a board asks for.
 *
 * @param limit how many rows
 * @param self whose row to point out; null for nobody's
 * @param progression the economy keys to show with players
 */
public record BoardRead(int limit, @Nullable String self, List<String> progression) {}
