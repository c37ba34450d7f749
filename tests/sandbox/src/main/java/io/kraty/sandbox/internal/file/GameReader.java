package io.kraty.sandbox.internal.file;

import io.kraty.api.model.Catalog;
import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.internal.definition.CrateDefinition;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.ProgressionDefinition;
import java.util.List;
import java.util.Map;

/** Reads a whole game. Each part has a reader of its own. */
public final class GameReader {
    private GameReader() {}

    /**
     * The game that the text describes.
     *
     * @param name what the text is called in problems
     * @throws GameFileException if anything is wrong, with all that is
     */
    public static GameDefinition read(String text, String name) {
        Reading reading = new Reading();
        Field root = Source.parse(text, reading);
        reading.finish(name);
        GameDefinition game = read(root);
        reading.finish(name);
        return game;
    }

    /** Does not care whether there were problems. */
    static GameDefinition read(Field root) {
        Mapping file = root.mapping(
                "$schema", // for editors that look for it in JSON
                "game",
                "settings",
                "catalog",
                "bundles",
                "crates",
                "bots",
                "lobbies",
                "events",
                "boards",
                "gifts",
                "exchangeRates",
                "welcome",
                "players");
        file.get("$schema").orNull(Field::text);
        Names names = Names.of(root);
        Catalog catalog =
                file.get("catalog").or(new Catalog(List.of(), List.of()), field -> CatalogReader.read(field, names));
        RewardReader rewards = RewardReader.of(file.get("bundles"), names);
        Map<String, ProgressionDefinition> progressions =
                ProgressionReader.read(root.peek("catalog").peek("progressions"), names, rewards);
        Map<String, CrateDefinition> crates = CrateReader.read(file.get("crates"), names, rewards);
        BotsReader bots = BotsReader.of(file.get("bots"));
        EventReader events = new EventReader(names, rewards, bots, LobbyReader.of(file.get("lobbies")));
        BoardReader boards = new BoardReader(names, bots);
        return new GameDefinition(
                file.get("game").text(),
                SettingsReader.read(file.get("settings")),
                catalog,
                progressions,
                crates,
                file.get("events").or(List.of(), events::read),
                file.get("boards").or(List.of(), boards::read),
                GiftReader.read(file.get("gifts"), names, catalog),
                MoneyReader.read(file.get("exchangeRates")),
                file.get("welcome").or(List.of(), rewards::entries),
                file.get("players").or(List.of(), field -> PlayerReader.read(field, names)));
    }
}
