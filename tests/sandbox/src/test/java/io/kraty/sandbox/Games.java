package io.kraty.sandbox;

import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.PlayerDefinition;
import io.kraty.sandbox.internal.definition.SettingsDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small games for tests: the catalog of the demo game, with other rules. Nobody is welcomed with anything. */
final class Games {
    private static final GameDefinition DEMO = Game.demo().definition();

    private Games() {}

    static GameDefinition of(TestEvent... events) {
        return game(DEMO.settings(), List.of(events), List.of());
    }

    static GameDefinition withBoards(TestEvent event, BoardDefinition... boards) {
        return game(DEMO.settings(), List.of(event), List.of(boards));
    }

    static GameDefinition withBoards(BoardDefinition... boards) {
        return game(DEMO.settings(), List.of(), List.of(boards));
    }

    /** The same game with somebody there from the start. */
    static GameDefinition withPlayers(GameDefinition game, PlayerDefinition... players) {
        return new GameDefinition(
                game.name(),
                game.settings(),
                game.catalog(),
                game.progressions(),
                game.crates(),
                game.events(),
                game.boards(),
                game.gifts(),
                game.exchangeRates(),
                game.welcome(),
                List.of(players));
    }

    static GameDefinition withGrantLifetime(@Nullable Duration lifetime) {
        SettingsDefinition from = DEMO.settings();
        SettingsDefinition settings = new SettingsDefinition(
                from.inventory(),
                from.liveKey(),
                from.botInterval(),
                lifetime,
                from.presenceLifetime(),
                from.rateLimit(),
                from.zone());
        return game(settings, List.of(), List.of());
    }

    private static GameDefinition game(
            SettingsDefinition settings, List<TestEvent> events, List<BoardDefinition> boards) {
        return new GameDefinition(
                "Test game",
                settings,
                DEMO.catalog(),
                Map.of(),
                DEMO.crates(),
                events.stream().map(TestEvent::definition).toList(),
                boards,
                DEMO.gifts(),
                DEMO.exchangeRates(),
                List.of(),
                List.of());
    }
}
