package io.kraty.game.state;

import io.kraty.api.model.Attempt;
import io.kraty.api.model.AttemptStatus;
import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.FiredMilestone;
import io.kraty.api.model.Grant;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.game.online.Deed;
import io.kraty.game.online.Problem;
import io.kraty.game.round.Round;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.LobbyProgress;
import io.kraty.sdk.live.StartWhenReadyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An event being played: the door, the lobby, the round and the result. What is scored is sent every second through the
 * outbox, so it counts also when the network is gone or the game is closed in the middle.
 */
public final class Quest extends Area {
    private static final float SECONDS_BETWEEN_REPORTS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Phase phase = Phase.NONE;
    private @Nullable EventCard card;
    private @Nullable Problem problem;
    private @Nullable CompletableFuture<Begun> starting;
    private @Nullable LobbyProgress lobby;
    private @Nullable Attempt attempt;
    private String player = ""; // who plays it, whoever signs in meanwhile
    private @Nullable Round round;
    private @Nullable BoardSubscription board;
    private final Map<String, List<Reward>> reached = new LinkedHashMap<>();
    private final Map<String, Double> reported = new LinkedHashMap<>();
    private Map<String, Double> before = Map.of();
    private boolean held;
    private boolean isFinal;
    private boolean isCutOff;
    private float untilReport;

    Quest(Game game) {
        super(game);
    }

    /** How far one is. */
    public enum Phase {
        NONE,
        /** The door is being opened. */
        STARTING,
        /** Others are waited for. */
        LOBBY,
        PLAYING,
        /** The round is over. */
        RESULT,
        /** The door stayed shut; the problem says why. */
        REFUSED
    }

    /** An attempt, and whose. */
    private record Begun(String player, StartAttemptResponse response) {}

    @Override
    void begin() {}

    @Override
    void end() {
        leave();
    }

    /** Opens an event's door, waits for others where it needs them, and plays. */
    public void enter(EventCard wanted) {
        leave();
        card = wanted;
        phase = Phase.STARTING;
        StartWhenReadyOptions options = StartWhenReadyOptions.builder()
                .timeout(PATIENCE)
                .onUpdate(this::wait)
                .build();
        Map<String, Object> about = about();
        starting = ask(
                kraty -> {
                    String who = kraty.ensureIdentity().externalPlayerId();
                    return new Begun(who, kraty.events().startWhenReady(wanted.key(), about, options));
                },
                this::play,
                failed -> {
                    problem = failed;
                    phase = Phase.REFUSED;
                    starting = null;
                });
        changed();
    }

    /** What events may ask about a player: where they are, as far as the device says, and how far they are. */
    private Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("level", game.bag().amount("level"));
        String country = Locale.getDefault().getCountry();
        if (!country.isEmpty()) {
            about.put("country", country);
        }
        return about;
    }

    private void wait(LobbyProgress progress) {
        if (starting != null) {
            phase = Phase.LOBBY;
            lobby = progress;
            changed();
        }
    }

    private void play(Begun begun) {
        StartAttemptResponse started = begun.response();
        player = begun.player();
        starting = null;
        phase = Phase.PLAYING;
        attempt = started.attempt();
        before = started.attempt().metricsRaw();
        round = new Round(started.attempt().id().hashCode());
        untilReport = SECONDS_BETWEEN_REPORTS;
        board = kraty().eventLeaderboards()
                .subscribe(
                        started.leaderboardId(),
                        new BoardListener() {
                            @Override
                            public void onEvent(LeaderboardEvent event) {}

                            @Override
                            public void onBoard(BoardView view) {
                                changed();
                            }
                        },
                        BoardOptions.builder().limit(30).includeSelf(true).build());
    }

    @Override
    void tick(float seconds) {
        if (phase != Phase.PLAYING || round == null || held) {
            return;
        }
        round.advance(seconds);
        untilReport -= seconds;
        if (untilReport <= 0 || round.isOver()) {
            untilReport = SECONDS_BETWEEN_REPORTS;
            report(round);
        }
        if (round.isOver()) {
            finish(round);
        }
    }

    private void report(Round played) {
        if (attempt == null || card == null || isFinal) {
            return;
        }
        Map<String, Double> more = new LinkedHashMap<>();
        List<String> metrics = card.metrics();
        for (int i = 0; i < metrics.size(); i++) {
            double now = measured(played, i);
            more.put(metrics.get(i), now - reported.getOrDefault(metrics.get(i), 0.0));
            reported.put(metrics.get(i), now);
        }
        if (more.values().stream().anyMatch(amount -> amount > 0)) {
            game.outbox().progress(player, card.key(), attempt.id(), more);
        }
    }

    /** What the n-th metric of an event counts: the score, the longest chain, then hits. */
    private static double measured(Round played, int index) {
        return switch (index) {
            case 0 -> played.score();
            case 1 -> played.bestCombo();
            default -> played.hits();
        };
    }

    private void finish(Round played) {
        phase = Phase.RESULT;
        if (attempt != null && card != null) {
            if (!isFinal) {
                game.outbox().finish(player, card.key(), attempt.id());
            }
            for (Boards.Choice choice : game.boards().ofTheGame()) {
                if (choice.takesScores() && played.score() > 0) {
                    game.outbox().score(player, choice.id(), choice.segment(), played.score());
                }
            }
        }
        changed();
    }

    /** What the outbox has brought home. */
    void confirmed(Deed deed, Object answer) {
        if (answer instanceof ProgressResponse progress) {
            update(progress.attempt());
            progress.milestonesFired().forEach(this::celebrate);
        } else if (answer instanceof FinishAttemptResponse finished) {
            update(finished.attempt());
            game.events().refresh();
        }
    }

    /** What the platform would not take. Whether that is nothing to worry about. */
    boolean refused(Deed deed, Problem refusal) {
        boolean isOver = refusal.kind() == Problem.Kind.CLOSED;
        if (isOver && isCurrent(deed.attempt())) {
            isFinal = true;
            isCutOff |= deed.kind() == Deed.Kind.PROGRESS;
            if (phase == Phase.PLAYING && round != null) {
                finish(round); // nothing more would count
            }
        }
        return isOver || deed.kind() == Deed.Kind.SCORE;
    }

    private void update(Attempt now) {
        if (isCurrent(now.id())) {
            attempt = now;
            isFinal = !AttemptStatus.IN_PROGRESS.equals(now.status());
        }
    }

    private boolean isCurrent(@Nullable String id) {
        return attempt != null && attempt.id().equals(id);
    }

    private void celebrate(FiredMilestone milestone) {
        List<Reward> won = new ArrayList<>();
        for (Grant grant : milestone.grants()) {
            won.addAll(Reward.all(grant));
        }
        reached.put(milestone.key(), won);
        game.say(new Notice(Notice.Tone.GOOD, "quest.milestone", List.of(), won));
    }

    /** Gives up waiting for others; nothing more is sent, and nothing was paid. */
    public void cancel() {
        leave();
    }

    /** Ends the round early. What was scored counts. */
    public void stop() {
        if (phase == Phase.PLAYING && round != null) {
            report(round);
            finish(round);
        }
    }

    /** Holds the round, or lets it go on. */
    public void hold() {
        held = phase == Phase.PLAYING;
        changed();
    }

    /** Lets a round that is held go on. */
    public void unhold() {
        held = false;
        changed();
    }

    public boolean isHeld() {
        return held;
    }

    /** Goes back to the list. */
    public void leave() {
        if (starting != null) {
            starting.cancel(true);
            starting = null;
        }
        if (phase == Phase.PLAYING && round != null) {
            stop();
        }
        if (board != null) {
            board.close();
            board = null;
        }
        phase = Phase.NONE;
        card = null;
        lobby = null;
        attempt = null;
        round = null;
        problem = null;
        held = false;
        isFinal = false;
        isCutOff = false;
        reached.clear();
        reported.clear();
        changed();
    }

    public Phase phase() {
        return phase;
    }

    public boolean isPlaying() {
        return phase == Phase.PLAYING;
    }

    /** The event; null while there is none. */
    public @Nullable EventCard card() {
        return card;
    }

    /** Who is there already; null unless others are waited for. */
    public @Nullable LobbyProgress lobby() {
        return lobby;
    }

    /** What is played; null before it begins. */
    public @Nullable Round round() {
        return round;
    }

    /** The event's board as it is now; null before it begins. */
    public @Nullable BoardSubscription board() {
        return board;
    }

    /** Why the door stayed shut; null if it did not. */
    public @Nullable Problem problem() {
        return problem;
    }

    /** What the milestones of this attempt have brought, by the key of the milestone. */
    public Map<String, List<Reward>> reached() {
        return reached;
    }

    /** The milestone that is nearest; null if there is none left. */
    public @Nullable Prize nextMilestone() {
        if (card == null) {
            return null;
        }
        return card.prizes().stream()
                .filter(prize -> prize.reason() == Prize.Reason.MILESTONE && counted(prize) < prize.from())
                .max(Comparator.comparingDouble(prize -> counted(prize) / prize.from()))
                .orElse(null);
    }

    /** How far the attempt is on the way to a milestone, with what the platform has not confirmed yet. */
    public double counted(Prize milestone) {
        int metric = card == null ? -1 : card.metrics().indexOf(milestone.metric());
        return metric < 0 || round == null ? 0 : before.getOrDefault(milestone.metric(), 0.0) + measured(round, metric);
    }

    /** How much of the score counts, if time ran out before the round did; null if all of it does. */
    public @Nullable Double cutOff() {
        if (!isCutOff || attempt == null || card == null || card.metrics().isEmpty()) {
            return null;
        }
        String score = card.metrics().get(0);
        return attempt.metricsRaw().getOrDefault(score, 0.0) - before.getOrDefault(score, 0.0);
    }

    /** Whether the platform has confirmed all of the round. */
    public boolean isSaved() {
        return attempt == null || !game.outbox().holds(attempt.id());
    }
}
