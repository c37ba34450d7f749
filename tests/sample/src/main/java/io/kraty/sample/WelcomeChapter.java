package io.kraty.sample;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.EventListing;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.List;

/** The first launch: no sign-up form. The first call that needs a player registers one. */
final class WelcomeChapter implements Chapter {
    @Override
    public String title() {
        return "Welcome";
    }

    @Override
    public void play(Session session) {
        Screen screen = session.screen();
        session.step("Launch the game", () -> {
            session.launch(); // sends nothing yet
            screen.line("player: " + session.kraty().activeExternalPlayerId().orElse("nobody yet"));
        });
        session.step("Sign up by playing", () -> {
            Kraty kraty = session.kraty();
            List<EventListing> events = kraty.events().listForPlayer();
            screen.line("player: " + kraty.activeExternalPlayerId().orElseThrow());
            screen.line(events.size() + " events are on");
        });
        session.step("Learn what things are called", () -> {
            Catalog catalog = session.kraty().catalog().read();
            session.learn(Names.of(catalog));
            screen.line(
                    catalog.items().size() + " items, " + catalog.currencies().size() + " currencies");
        });
        session.step("Ask again, with less patience than usual", () -> {
            RequestOptions quick = RequestOptions.none().timeout(Duration.ofSeconds(30));
            session.learn(Names.of(session.kraty().with(quick).catalog().read()));
        });
    }
}
