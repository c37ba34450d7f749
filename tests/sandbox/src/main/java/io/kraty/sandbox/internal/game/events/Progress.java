package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.AttemptOutcome;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.EventType;
import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.FiredMilestone;
import io.kraty.api.model.ProgressResponse;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Milestone;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens to an attempt once it is started: reports of progress, and its end by the player.
 *
 * <p>[choice] Values never fall below zero. A single-metric event also takes its metric by key; a multi-metric event
 * does not take {@code metricValue}. Caps are for the score: milestones and targets look at the raw value.
 */
public final class Progress {
    private final Settings settings;
    private final EventBoards boards;
    private final Grants grants;
    private final Attempts attempts;

    public Progress(Settings settings, EventBoards boards, Grants grants, Attempts attempts) {
        this.settings = settings;
        this.boards = boards;
        this.grants = grants;
        this.attempts = attempts;
    }

    public ProgressResponse report(Player player, String eventKey, String attemptId, ProgressReport report) {
        AttemptState attempt = running(player, eventKey, attemptId);
        attempt.report(after(attempt, report));
        if (attempt.reachedAllTargets()) {
            attempt.complete(now());
        }
        List<FiredMilestone> fired = fire(attempt);
        boards.score(attempt.board, player, attempt.score());
        return new ProgressResponse(attempt.model(), fired);
    }

    /** Ends the attempt before its time. The score stays on the board. */
    public FinishAttemptResponse finish(Player player, String eventKey, String attemptId) {
        AttemptState attempt = running(player, eventKey, attemptId);
        AttemptOutcome outcome = attempt.finish(now());
        return new FinishAttemptResponse(attempt.model(), outcome);
    }

    private AttemptState running(Player player, String eventKey, String attemptId) {
        AttemptState attempt = attempts.of(player).find(attemptId);
        if (attempt == null || !attempt.event.key().equals(eventKey)) {
            throw ApiError.notFound("attempt");
        }
        if (!attempt.isOpen(now())) {
            throw new ApiError(409, ErrorCode.ATTEMPT_FINISHED, "The attempt is over.");
        }
        return attempt;
    }

    /** The values after the report. Checked as a whole, so that a refused report leaves nothing behind. */
    private static Map<String, Double> after(AttemptState attempt, ProgressReport report) {
        Map<String, Double> after = new LinkedHashMap<>();
        values(attempt.event, report).forEach((key, value) -> {
            Metric metric = attempt.event.metrics().stream()
                    .filter(declared -> declared.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new ApiError(
                            400,
                            ErrorCode.INVALID_METRIC,
                            "The event has no metric " + key + ".",
                            Map.of("metric", key)));
            double before = attempt.value(key);
            double now = Math.max(0, report.increment() ? before + value : value);
            if (now - before > metric.mostPerReport()) {
                throw ApiError.forbidden(ErrorCode.ANTI_CHEAT_REJECTED, "The reported progress is not plausible.");
            }
            after.put(key, now);
        });
        after.putAll(reset(attempt, after));
        return after;
    }

    /** The metrics that go back to zero because another one goes up, even if the same report would raise them. */
    private static Map<String, Double> reset(AttemptState attempt, Map<String, Double> after) {
        Map<String, Double> reset = new LinkedHashMap<>();
        for (Metric metric : attempt.event.metrics()) {
            String trigger = metric.resetOn();
            Double raised = trigger == null ? null : after.get(trigger);
            if (trigger != null && raised != null && raised > attempt.value(trigger)) {
                reset.put(metric.key(), 0.0);
            }
        }
        return reset;
    }

    private static Map<String, Double> values(EventDefinition event, ProgressReport report) {
        Double single = report.metricValue();
        if (event.type().equals(EventType.MULTI_METRIC) && single != null) {
            throw ApiError.invalid("metricValue", "is for events with one metric; send metrics");
        }
        Map<String, Double> values = new LinkedHashMap<>(report.metrics());
        if (single != null) {
            values.put(event.metrics().get(0).key(), single);
        }
        if (values.isEmpty()) {
            boolean multi = event.type().equals(EventType.MULTI_METRIC);
            throw ApiError.invalid(multi ? "metrics" : "metricValue", "is required for this event");
        }
        return values;
    }

    private List<FiredMilestone> fire(AttemptState attempt) {
        List<FiredMilestone> fired = new ArrayList<>();
        for (Milestone milestone : attempt.event.milestones()) {
            if (attempt.fires(milestone)) {
                fired.add(new FiredMilestone(
                        milestone.key(),
                        grants.give(attempt.player, milestone.rewards(), "event_milestone", attempt.id, null)));
            }
        }
        return fired;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
