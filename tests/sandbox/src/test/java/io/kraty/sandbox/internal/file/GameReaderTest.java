package io.kraty.sandbox.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.api.model.AmountRange;
import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.Game;
import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.InventoryManagement;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.definition.Condition;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.PlayerDefinition;
import io.kraty.sandbox.internal.definition.RateLimit;
import io.kraty.sandbox.internal.definition.Schedule;
import io.kraty.sandbox.internal.definition.Segmentation;
import io.kraty.sandbox.internal.definition.SettingsDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file that is right. */
class GameReaderTest {
    private static final GameDefinition FULL = GameReader.read(GameFiles.text("full-game.yaml"), "full-game.yaml");
    private static final List<RewardEntry> SMALL = List.of(new CurrencyRewardEntry("gold", RewardAmount.of(5)));
    private static final List<RewardEntry> LARGE = List.of(
            new CurrencyRewardEntry("gold", new RewardAmount.Range(new AmountRange(10, 20, 1L))),
            new ItemRewardEntry("sword", RewardAmount.of(1), Map.of("sharpness", 3L)),
            new CrateRewardEntry("box", new RewardAmount.Range(new AmountRange(1, 3, 2L))));

    private static EventDefinition event(String key) {
        return FULL.events().stream()
                .filter(event -> event.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settings_areRead() {
        assertEquals(
                new SettingsDefinition(
                        InventoryManagement.PERMISSIVE,
                        true,
                        Duration.ZERO,
                        Duration.ofDays(30),
                        Duration.ofSeconds(75),
                        new RateLimit(600, Duration.ofMinutes(1)),
                        ZoneId.of("America/Sao_Paulo")),
                FULL.settings());
    }

    @Test
    void catalog_keepsItsOrder_andKnowsCratesAndIcons() {
        assertEquals(List.of("sword", "box", "shield"), FULL.itemKeys());
        assertEquals(List.of("gold", "xp", "level", "rank", "division"), FULL.economyKeys());
        assertEquals(
                List.of("weapon", "crate", "item"),
                FULL.catalog().items().stream().map(item -> item.itemTypeKey()).toList());
        assertEquals(
                List.of("own", "box", "shield"),
                FULL.catalog().items().stream()
                        .map(item -> item.iconUrl().replaceAll(".*/|\\.png", ""))
                        .toList());
    }

    @Test
    void attributes_areKeptAsJsonHasThem() {
        assertEquals(
                Map.of("damage", 12L, "weight", 1.5, "two", Map.of("handed", false, "notes", Arrays.asList(null, "a"))),
                FULL.catalog().items().get(0).attributes());
    }

    @Test
    void progressions_followInStepsOrAtThresholds() {
        assertEquals(
                List.of("xp", "level", "rank"), List.copyOf(FULL.progressions().keySet()));
        assertEquals(
                List.of(100L, 200L, 300L),
                FULL.progressions().get("level").derived().thresholds());
        assertEquals(SMALL, FULL.progressions().get("level").derived().reward());
        assertEquals(List.of(1L, 3L), FULL.progressions().get("rank").derived().thresholds());
    }

    @Test
    void bundle_standsForAllThatIsInIt() {
        assertEquals(LARGE, FULL.welcome().subList(1, 4));
        assertEquals("Large", event("second").rewards().bundle().name().text());
        assertEquals(LARGE, event("second").rewards().bundle().entries());
    }

    @Test
    void tiers_takeOneRankOrSeveral() {
        var tiers = event("first").rewards().tiers();
        assertEquals(1, tiers.get(0).fromRank());
        assertEquals(1, tiers.get(0).toRank());
        assertEquals("large", tiers.get(0).bundle().key());
        assertEquals(2, tiers.get(1).fromRank());
        assertEquals(3, tiers.get(1).toRank());
        assertEquals("first_2_3", tiers.get(1).bundle().key());
    }

    @Test
    void metrics_areRead_andReportsAreMeasuredByWhatIsGood() {
        assertEquals(
                List.of(
                        new Metric("kills", 10, 15, false, 2, null, 5),
                        new Metric(
                                "streak",
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                false,
                                1,
                                "kills",
                                70_000)),
                event("first").metrics());
        assertEquals(90, event("first").fullScore());
    }

    @Test
    void bots_areAsGoodAsTheGameAllows_unlessTheyKnowBetter() {
        assertEquals(
                new BotsDefinition(2, 10, 90, List.of("Ada", "Grace")),
                event("first").bots());
        assertEquals(
                new BotsDefinition(20, 330, 900, List.of()), event("second").bots());
        assertEquals(
                new BotsDefinition(1, 1, 4, List.of("Alan")), event("third").bots());
        assertEquals(
                new BotsDefinition(0, 0.33 * 5, 4.5, List.of()), event("fourth").bots(), "for its lobbies");
        assertEquals(
                new BotsDefinition(8, 0.33 * 5, 4.5, List.of()), event("fifth").bots());
        assertEquals(
                new BotsDefinition(3, 165, 450, List.of()), FULL.boards().get(0).bots());
    }

    @Test
    void conditions_nest() {
        assertEquals(
                new Condition.All(List.of(
                        new Condition.OwnsItem("sword", 1),
                        new Condition.Not(new Condition.ComesFrom(List.of("US", "BR"))))),
                event("first").entryRequirement());
        assertEquals(
                new Condition.Any(List.of(
                        new Condition.HasBalance("xp", 5), new Condition.HasSpent(499), new Condition.Malformed())),
                event("first").unlockCondition());
    }

    @Test
    void windows_repeatOrAreListedOrNeverCome() {
        assertEquals(
                new Schedule.Repeating(Instant.parse("2026-01-31T18:00:00Z"), Duration.ofHours(2), Duration.ofDays(1)),
                event("first").schedule());
        assertEquals(new Schedule.Never(), event("second").schedule());
        Schedule.Listed listed = (Schedule.Listed) event("third").schedule();
        assertEquals(Map.of("theme", "carnival"), listed.windows().get(0).metadata(), "in ascending order");
        assertEquals(
                Instant.parse("2026-03-01T00:00:00Z"), listed.windows().get(1).startsAt());
        assertEquals(
                new Schedule.Repeating(null, Duration.ofDays(1), Duration.ofDays(1)),
                event("fourth").schedule());
    }

    @Test
    void leaderboards_areOfEveryKind() {
        assertEquals(new Ranking.Global(), event("first").ranking());
        assertEquals(
                new Ranking.Segmented(new Segmentation.Country()),
                event("second").ranking());
        assertEquals(new Ranking.Grouped(20), event("third").ranking());
        assertEquals(
                new LobbyDefinition(4, Duration.ofSeconds(2), FillStrategy.START_SHORT, false),
                event("fourth").lobby());
        assertEquals(
                new LobbyDefinition(8, Duration.ZERO, FillStrategy.WAIT_FULL, true),
                event("fifth").lobby());
        assertEquals(
                new Segmentation.Combined(
                        List.of(new Segmentation.Country(), new Segmentation.Context("region", List.of("eu", "na")))),
                FULL.boards().get(1).segmentation());
    }

    @Test
    void players_areRead() {
        assertEquals(
                new PlayerDefinition(
                        "ada",
                        "ps_ada",
                        "Ada",
                        "fox",
                        "GB",
                        true,
                        Map.of("sword", 2L),
                        Map.of("gold", 500L, "xp", 0L),
                        List.of("grace"),
                        Map.of("clan", "engines")),
                FULL.players().get(0));
    }

    @Test
    void keyWithNothingBehindIt_isAsGoodAsNone() {
        assertEquals(Game.parse("game: X", "a"), Game.parse("game: X\nbots:\nsettings: {zone: ~}\n", "b"));
    }

    @Test
    void anchorsAndMergeKeys_saveRepetition() {
        assertEquals(
                Game.parse("game: X\nplayers: {a: {name: Ada, country: GB}, b: {name: Bob, country: GB}}", "a"),
                Game.parse("game: X\nplayers: {a: &a {name: Ada, country: GB}, b: {<<: *a, name: Bob}}", "b"));
    }

    @Test
    void demo_readTwice_isTheSame() {
        String text = GameFiles.text("demo-game.yaml");
        assertEquals(Game.parse(text, "a"), Game.parse(text, "b"));
        assertEquals(Game.demo(), Game.parse(text, "c"));
        assertEquals("Demo game", Game.demo().name());
    }

    @Test
    void json_isReadAsWell() {
        for (String file : List.of("demo-game.yaml", "full-game.yaml")) {
            String yaml = GameFiles.text(file);
            String json = GameFiles.json(GameFiles.tree(yaml));
            assertEquals(Game.parse(yaml, "a"), Game.parse(json, "b"), file);
        }
    }

    @Test
    void json_withTabsAndEscapes_isToldWithItsLines() {
        String json =
                "{\n\t\"game\": \"\\u004b\\ud83d\\ude00\\/\",\n\t\"settings\": {\n\t\t\"liveKey\": \"no\"\n\t}\n}\n";
        GameFileException refusal = assertThrows(GameFileException.class, () -> Game.parse(json, "game.json"));
        assertEquals("game.json:4:14: settings.liveKey: must be true or false, was \"no\"", refusal.getMessage());
        assertEquals(
                "K😀/", Game.parse(json.replace("\"no\"", "true"), "game.json").name());
    }

    @Test
    void file_isReadInUtf8(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("my.yaml");
        Files.writeString(file, "game: Corrida às Moedas\n");
        assertEquals("Corrida às Moedas", Game.read(file).name());
        Files.write(file, "game: às\n".getBytes(StandardCharsets.ISO_8859_1));
        GameFileException refusal = assertThrows(GameFileException.class, () -> Game.read(file));
        assertEquals("my.yaml:1:1: must be in UTF-8", refusal.getMessage());
    }
}
