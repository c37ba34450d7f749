package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.Attempt;
import io.kraty.api.model.AttemptOutcome;
import io.kraty.api.model.AttemptStatus;
import io.kraty.api.model.FinalizedReason;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.Milestone;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One try of one player in one window. */
final class AttemptState {
    final String id;
    final Player player;
    final EventDefinition event;
    final EventWindow window;
    final EventBoard board;
    final Instant startedAt;
    final Instant endsAt;
    private final Map<String, Double> raw = new LinkedHashMap<>();
    private final Set<String> firedMilestones = new HashSet<>();
    private AttemptStatus status = AttemptStatus.IN_PROGRESS;
    private @Nullable Instant completedAt;

    AttemptState(String id, Player player, EventWindow window, EventBoard board, Instant now) {
        this.id = id;
        this.player = player;
        this.event = board.event;
        this.window = window;
        this.board = board;
        startedAt = now;
        Instant latest = now.plus(event.attemptLength());
        endsAt = latest.isAfter(window.endsAt) ? window.endsAt : latest;
        event.metrics().forEach(metric -> raw.put(metric.key(), 0.0));
    }

    /** Whether it still takes progress. An attempt whose time ran out ends here. */
    boolean isOpen(Instant now) {
        if (status.equals(AttemptStatus.IN_PROGRESS) && !now.isBefore(endsAt)) {
            status = AttemptStatus.EXPIRED;
        }
        return status.equals(AttemptStatus.IN_PROGRESS);
    }

    void complete(Instant now) {
        status = AttemptStatus.COMPLETED;
        completedAt = now;
    }

    /** The player is done. What met its targets was completed by the report that met them, so it does not come here. */
    AttemptOutcome finish(Instant now) {
        complete(now);
        if (event.isScoreAttack()) {
            return AttemptOutcome.COMPLETED;
        }
        status = AttemptStatus.EXPIRED;
        return AttemptOutcome.EXPIRED;
    }

    /** The board is final, so an open attempt is over. */
    void boardFinished(FinalizedReason reason, Instant now) {
        if (isOpen(now)) {
            status = reason.equals(FinalizedReason.WINDOW_CLOSED)
                    ? AttemptStatus.EXPIRED
                    : AttemptStatus.FORCE_COMPLETED;
        }
    }

    /** Takes over the values that a report led to. */
    void report(Map<String, Double> values) {
        raw.putAll(values);
    }

    /** Whether the milestone is reached for the first time. */
    boolean fires(Milestone milestone) {
        return value(milestone.metricKey()) >= milestone.threshold() && firedMilestones.add(milestone.key());
    }

    boolean reachedAllTargets() {
        return event.metrics().stream().allMatch(metric -> value(metric.key()) >= metric.target());
    }

    double value(String metricKey) {
        return raw.getOrDefault(metricKey, 0.0);
    }

    double score() {
        return event.metrics().stream()
                .mapToDouble(metric -> metric.capped(value(metric.key())) * metric.scoreWeight())
                .sum();
    }

    Attempt model() {
        Map<String, Double> capped = new LinkedHashMap<>();
        event.metrics().forEach(metric -> capped.put(metric.key(), metric.capped(value(metric.key()))));
        return Attempt.builder()
                .id(id)
                .eventId(board.eventId)
                .eventWindowId(window.id)
                .leaderboardId(board.id())
                .playerId(player.id())
                .startedAt(startedAt)
                .endsAt(endsAt)
                .completedAt(completedAt)
                .metrics(capped)
                .metricsRaw(raw)
                .score(score())
                .status(status)
                .build();
    }
}
