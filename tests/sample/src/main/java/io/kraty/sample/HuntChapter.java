package io.kraty.sample;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The paid event again, now that there is money: several metrics at once, and one event played to its end. */
final class HuntChapter implements Chapter {
    @Override
    public String title() {
        return "The hunt";
    }

    @Override
    public void play(Session session) {
        session.step("Pay and enter", () -> enter(session));
        session.step("Report several metrics at once", () -> hunt(session));
        session.step("Complete the quest of before", () -> complete(session));
    }

    private static void enter(Session session) {
        EventListing hunt = session.paid.get();
        try {
            StartAttemptResponse start = session.kraty().events().start(hunt.eventKey());
            session.huntRun.set(new Session.Run(hunt.eventKey(), start.attempt().id(), start.leaderboardId()));
            session.screen().line("paid, and in");
        } catch (KratyApiException e) {
            if (session.isSandbox() || !e.isInsufficientEntryCost()) {
                throw e;
            }
            session.huntRun.set(Optional.empty());
            throw new Steps.Skipped("the player is still too poor");
        }
    }

    private static void hunt(Session session) {
        Session.Run run = session.huntRun.get();
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Map<String, ?> metric : session.paid.get().metrics()) {
            values.put(String.valueOf(metric.get("key")), 5);
        }
        session.kraty().events().progress(run.eventKey(), run.attemptId(), ProgressInput.set(values));
        ProgressResponse update = session.kraty()
                .with(RequestOptions.none().timeout(Duration.ofSeconds(30)))
                .events()
                .progress(run.eventKey(), run.attemptId(), ProgressInput.increment(values));
        session.screen()
                .line(update.attempt().metrics() + " makes "
                        + Names.number(update.attempt().score()) + " points");
    }

    private static void complete(Session session) {
        Session.Run run = session.questRun.get();
        double target = new EventCard(session.quest.get()).target();
        ProgressResponse update =
                session.kraty().events().progress(run.eventKey(), run.attemptId(), ProgressInput.set(target));
        session.screen().line("the quest is " + update.attempt().status().value());
        update.milestonesFired()
                .forEach(fired -> session.screen()
                        .toast("Milestone " + fired.key() + ": "
                                + session.names().ofGrants(fired.grants())));
    }
}
