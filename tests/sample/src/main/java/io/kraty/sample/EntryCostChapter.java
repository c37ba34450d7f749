package io.kraty.sample;

import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.error.KratyApiException;

/** An event that costs more than the player has: nothing is taken, and the error says what is missing. */
final class EntryCostChapter implements Chapter {
    @Override
    public String title() {
        return "Too expensive";
    }

    @Override
    public void play(Session session) {
        session.step("Try to enter a paid event", () -> {
            EventCard card = new EventCard(session.paid.get());
            session.screen().line(card.title() + " costs " + card.cost(session.names()));
            try {
                StartAttemptResponse start =
                        session.kraty().events().start(session.paid.get().eventKey());
                session.screen().line("paid, " + start.attempt().status().value());
            } catch (KratyApiException e) {
                if (!e.isInsufficientEntryCost()) {
                    throw e;
                }
                e.missingEntryCost()
                        .ifPresent(missing -> session.screen()
                                .line("refused: needs " + missing.needed() + " "
                                        + session.names().of(missing.resource()) + ", has " + missing.have()));
                session.screen().line("a game opens its shop here");
            }
        });
    }
}
