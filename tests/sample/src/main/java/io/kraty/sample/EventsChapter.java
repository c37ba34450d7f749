package io.kraty.sample;

import io.kraty.api.CatalogApi;
import io.kraty.api.EventsApi;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.EventStatusFilter;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is on: each event with its cost badge and its lock. Later chapters play the ones that are found here. */
final class EventsChapter implements Chapter {
    @Override
    public String title() {
        return "Events";
    }

    @Override
    public void play(Session session) {
        session.step("List the events", () -> {
            Kraty kraty = session.kraty();
            List<EventListing> events = kraty.with(RequestOptions.none().totalTimeout(Duration.ofMinutes(1)))
                    .events()
                    .listForPlayer();
            Purse purse = new Purse(kraty.wallet().list(), kraty.inventory().list());
            session.screen().line("purse: " + purse.describe(session.names()));
            events.forEach(event -> session.screen().line(new EventCard(event).line(purse, session.names())));

            session.quest.set(pick(events, card -> isFree(card) && card.hasOneMetric() && !card.usesLobbies()));
            session.paid.set(pick(events, card -> card.isPaid() && !card.isGated() && !card.usesLobbies()));
            session.matched.set(pick(events, card -> isFree(card) && card.usesLobbies()));
            session.gated.set(pick(events, card -> !card.isEntitled(purse)));
        });
        session.step("Call what has no method of its own", () -> {
            Kraty kraty = session.kraty();
            int open = kraty.call(player -> EventsApi.listEvents(player, EventStatusFilter.ACTIVE))
                    .size();
            int items = kraty.call(CatalogApi.getCatalog()).items().size();
            session.screen().line(open + " events are open, " + items + " kinds of items");
        });
    }

    private static boolean isFree(EventCard card) {
        return !card.isPaid() && !card.isGated();
    }

    private static Optional<EventListing> pick(List<EventListing> events, Predicate<EventCard> wanted) {
        return events.stream()
                .filter(event -> wanted.test(new EventCard(event)))
                .findFirst();
    }
}
