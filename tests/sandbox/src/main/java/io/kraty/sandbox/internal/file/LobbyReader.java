package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads lobbies. */
final class LobbyReader {
    private static final Map<String, FillStrategy> STRATEGIES = Words.of(
            "fill_with_bots", FillStrategy.FILL_WITH_BOTS,
            "start_short", FillStrategy.START_SHORT,
            "wait_full", FillStrategy.WAIT_FULL);

    private static final LobbyDefinition DEFAULT =
            new LobbyDefinition(6, Duration.ofSeconds(4), FillStrategy.FILL_WITH_BOTS, true);

    private final Map<String, LobbyDefinition> lobbies = new HashMap<>();

    private LobbyReader() {}

    static LobbyReader of(Field field) {
        LobbyReader reader = new LobbyReader();
        reader.lobbies.putAll(field.or(Map.of(), named -> named.named(LobbyReader::lobby)));
        return reader;
    }

    /** The name of a lobby, or a lobby. */
    LobbyDefinition read(Field field) {
        if (field.isText()) {
            String name = field.reference("a lobby", lobbies.keySet());
            return Objects.requireNonNullElse(lobbies.get(name), DEFAULT);
        }
        return lobby(field);
    }

    private static LobbyDefinition lobby(Field field) {
        Mapping lobby = field.mapping("capacity", "fillTime", "strategy", "drip");
        return new LobbyDefinition(
                lobby.get("capacity").or(DEFAULT.capacity(), capacity -> capacity.count(2, 1000)),
                lobby.get("fillTime").or(DEFAULT.fillTime(), Field::duration),
                lobby.get("strategy").or(DEFAULT.strategy(), strategy -> strategy.word(STRATEGIES)),
                lobby.get("drip").or(DEFAULT.drip(), Field::truth));
    }
}
