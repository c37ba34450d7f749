package io.kraty.sample;

import io.kraty.api.model.AttemptOutcome;
import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.EventsClient;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;

/** Attempts that end when the player has had enough. */
final class FinishChapter implements Chapter {
    @Override
    public String title() {
        return "Calling it a day";
    }

    @Override
    public void play(Session session) {
        session.step("Give up an attempt", () -> {
            EventsClient events = session.kraty().events();
            String quest = session.quest.get().eventKey();
            StartAttemptResponse start = events.startWhenReady(quest); // at once, where there is no lobby
            events.progress(quest, start.attempt().id(), ProgressInput.increment(1));
            FinishAttemptResponse end = events.finish(quest, start.attempt().id());
            String how = end.outcome().equals(AttemptOutcome.COMPLETED) ? "with success" : "before the target was met";
            session.screen()
                    .line("over, " + how + ", at " + Names.number(end.attempt().score()));
            try {
                events.finish(quest, start.attempt().id());
                throw new Steps.Failed("it ended twice");
            } catch (KratyApiException e) {
                Steps.check(e.isAttemptFinished(), Advice.describe(e));
            }
        });
    }
}
