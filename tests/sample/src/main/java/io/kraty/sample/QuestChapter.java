package io.kraty.sample;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.FiredMilestone;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.ProgressInput;
import java.time.Instant;
import java.util.Map;

/** A quest: start, progress, milestones that pop up as toasts. */
final class QuestChapter implements Chapter {
    private static final int TAPS = 6;

    @Override
    public String title() {
        return "A quest";
    }

    @Override
    public void play(Session session) {
        session.step("Start", () -> start(session));
        session.step("Tap to score", () -> tap(session));
        session.step("Report what was done offline", () -> reportOffline(session));
    }

    private static void start(Session session) {
        EventListing quest = session.quest.get();
        // Starting again while an attempt is open gives that attempt, so a restarted game can simply start.
        StartAttemptResponse start =
                session.kraty().events().start(quest.eventKey(), Map.of("country", "PT", "level", 7));
        session.questRun.set(new Session.Run(quest.eventKey(), start.attempt().id(), start.leaderboardId()));
        session.screen().line(new EventCard(quest).title() + " is running");
    }

    private static void tap(Session session) {
        double perTap = new EventCard(session.quest.get()).target() / 10;
        for (int i = 0; i < TAPS; i++) {
            report(session, ProgressInput.increment(perTap));
            session.screen().pause(120);
        }
    }

    private static void reportOffline(Session session) {
        double target = new EventCard(session.quest.get()).target();
        report(
                session,
                ProgressInput.increment(target / 20).occurredAt(Instant.now().minusSeconds(1)));
    }

    private static void report(Session session, ProgressInput input) {
        Session.Run run = session.questRun.get();
        ProgressResponse update = session.kraty().events().progress(run.eventKey(), run.attemptId(), input);
        double target = new EventCard(session.quest.get()).target();
        double score = update.attempt().score();
        session.screen().redraw(Screen.bar(score, target) + " " + Names.number(score));
        for (FiredMilestone fired : update.milestonesFired()) {
            session.screen()
                    .toast("Milestone " + fired.key() + ": " + session.names().ofGrants(fired.grants()));
        }
    }
}
