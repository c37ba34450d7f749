package io.kraty.game.state;

import io.kraty.api.model.BoardStandings;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardPeriod;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.StandingsSegment;
import io.kraty.game.online.Problem;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The boards one can look at, and the one that is looked at: live, as long as somebody looks. */
public final class Boards extends Area {
    private static final Duration BETWEEN_READS = Duration.ofSeconds(3);
    private static final List<String> REGIONS = List.of("eu", "na", "sa", "asia");

    private String region = REGIONS.get(0);
    private @Nullable Choice choice;
    private @Nullable BoardSubscription board;
    private final Map<Choice, BoardView> lastSeen = new HashMap<>();
    private @Nullable BoardStandings standings;
    private List<StandingsSegment> home = List.of();
    private List<LeaderboardPeriod> periods = List.of();
    private @Nullable Instant period;

    Boards(Game game) {
        super(game);
    }

    /**
     * A board that one can look at.
     *
     * @param kind what kind of board
     * @param id the event board's id, or the configured board's key
     * @param event the event's key; null for a configured board
     * @param segment the part of the board; null for the whole, or the player's own
     */
    public record Choice(
            Kind kind,
            String id,
            @Nullable String event,
            @Nullable String segment) {
        /** Whether the game may send scores to it. */
        public boolean takesScores() {
            return kind == Kind.SCORES || kind == Kind.REGIONS;
        }
    }

    /** Kinds of boards. */
    public enum Kind {
        EVENT,
        /** The best score of the period counts. */
        SCORES,
        /** As {@link #SCORES}, in one part for each region. */
        REGIONS,
        /** Divisions, with promotion and relegation at the end of the period. */
        LEAGUE
    }

    @Override
    void begin() {}

    @Override
    void end() {
        close();
        lastSeen.clear();
    }

    /** The boards of the game itself, beside those of events. */
    public List<Choice> ofTheGame() {
        return game.setup().boards().stream()
                .map(key -> {
                    Kind kind = kindOf(key);
                    return new Choice(kind, key, null, kind == Kind.REGIONS ? region : null);
                })
                .toList();
    }

    private static Kind kindOf(String key) {
        if (key.endsWith("_region")) {
            return Kind.REGIONS;
        }
        return key.endsWith("_league") ? Kind.LEAGUE : Kind.SCORES;
    }

    /** All boards one can look at now. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (EventCard card : game.events().cards()) {
            String id = card.event().leaderboardId();
            if (id != null) {
                choices.add(new Choice(Kind.EVENT, id, card.key(), null));
            }
        }
        choices.addAll(ofTheGame());
        return choices;
    }

    /** Looks at a board. */
    public void open(Choice wanted) {
        open(wanted, null);
    }

    /** Looks at a board as it was in an earlier period; null for now. */
    public void open(Choice wanted, @Nullable Instant earlier) {
        if (choice == null || !choice.id().equals(wanted.id())) {
            close();
        } else if (board != null) {
            remember();
            board.close();
        }
        choice = wanted;
        period = earlier;
        BoardOptions.Builder options =
                BoardOptions.builder().limit(30).includeSelf(true).progression(List.of("level"));
        if (wanted.segment() != null) {
            options.segment(wanted.segment());
        }
        if (earlier != null) {
            options.period(earlier.toString());
        } else if (wanted.kind() != Kind.EVENT) {
            options.readInterval(BETWEEN_READS); // it has no stream
        }
        Watcher watcher = new Watcher();
        board = wanted.kind() == Kind.EVENT
                ? kraty().eventLeaderboards().subscribe(wanted.id(), watcher, options.build())
                : kraty().leaderboards().subscribe(wanted.id(), watcher, options.build());
        if (wanted.kind() != Kind.EVENT) {
            about(wanted);
        }
        changed();
    }

    private void about(Choice wanted) {
        String key = wanted.id();
        StandingsOptions.Builder leaders = StandingsOptions.builder().limit(1);
        StandingsOptions all = leaders.scope(StandingsScope.ALL).build();
        StandingsOptions mine = leaders.scope(StandingsScope.MINE).build();
        learn(wanted, kraty -> kraty.leaderboards().standings(key, all), found -> standings = found);
        learn(wanted, kraty -> kraty.leaderboards().standings(key, mine), found -> home = found.segments());
        learn(wanted, kraty -> kraty.leaderboards().listPeriods(key, 5), found -> periods = found.periods());
    }

    private <T> void learn(Choice about, Function<Kraty, T> question, Consumer<T> then) {
        Consumer<T> ifStillOpen = answer -> {
            if (choice != null && choice.id().equals(about.id())) {
                then.accept(answer);
            }
        };
        ask(question, ifStillOpen, game::met);
    }

    /** Whoever looks away needs nothing from the network any more. */
    public void close() {
        remember();
        if (board != null) {
            board.close();
        }
        board = null;
        choice = null;
        period = null;
        standings = null;
        home = List.of();
        periods = List.of();
    }

    private void remember() {
        if (board != null && choice != null && period == null && board.board().version() > 0) {
            lastSeen.put(choice, board.board());
        }
    }

    /** Takes part in the board that is looked at, without a score yet. */
    public void join() {
        Choice wanted = choice;
        if (wanted == null) {
            return;
        }
        LeaderboardJoinOptions into = new LeaderboardJoinOptions(null, wanted.segment());
        ask(
                kraty -> wanted.kind() == Kind.EVENT
                        ? kraty.eventLeaderboards().join(wanted.id()).joined()
                        : kraty.leaderboards().join(wanted.id(), into).joined(),
                joined -> {
                    game.say(Notice.Tone.GOOD, "boards.joined");
                    open(wanted);
                });
    }

    /** Plays for another region from now on. */
    public void region(String other) {
        region = other;
        if (choice != null && choice.kind() == Kind.REGIONS) {
            open(new Choice(Kind.REGIONS, choice.id(), null, other));
        }
    }

    public String region() {
        return region;
    }

    public List<String> regions() {
        return REGIONS;
    }

    /** What is looked at; null for nothing. */
    public @Nullable Choice choice() {
        return choice;
    }

    /** The board itself, current as long as it is open, and as it was last seen until it was read; null while none is open. */
    public @Nullable BoardView view() {
        if (board == null || choice == null) {
            return null;
        }
        BoardView now = board.board();
        return now.version() > 0 || period != null ? now : lastSeen.getOrDefault(choice, now);
    }

    /** Whether it is known when the board that is looked at ends. */
    public boolean isKnown() {
        return standings != null;
    }

    /** How the board hears what is new; null while none is open. */
    public @Nullable SubscriptionState state() {
        return board == null ? null : board.state();
    }

    /** The leaders of all parts of the board, where it has parts. */
    public List<StandingsSegment> segments() {
        return standings == null ? List.of() : standings.segments();
    }

    /** The part of the board that the player is in; empty if they are in none. */
    public String home() {
        return home.isEmpty() ? "" : Objects.requireNonNullElse(home.get(0).segment(), "");
    }

    /** When the running period ends; null if it does not, or that is not known. */
    public @Nullable Instant ends() {
        if (standings == null || standings.period() == null || standings.resetCadence() == null) {
            return null;
        }
        ZonedDateTime start = standings.period().atZone(ZoneOffset.UTC);
        return switch (standings.resetCadence().known()) {
            case DAILY -> start.plusDays(1).toInstant();
            case WEEKLY -> start.plusWeeks(1).toInstant();
            case MONTHLY -> start.plusMonths(1).toInstant();
            default -> null;
        };
    }

    /** The board's periods that are over, the last one first. */
    public List<LeaderboardPeriod> periods() {
        return periods;
    }

    /** The period that is looked at; null for the running one. */
    public @Nullable Instant period() {
        return period;
    }

    private final class Watcher implements BoardListener {
        @Override
        public void onEvent(LeaderboardEvent event) {}

        @Override
        public void onBoard(BoardView view) {
            changed();
        }

        @Override
        public void onState(SubscriptionState state) {
            if (state instanceof SubscriptionState.Degraded degraded) {
                game.online().noticed(Problem.of(degraded.reason()));
            }
            changed();
        }
    }
}
