package io.kraty.sample;

import io.kraty.api.model.ServerTime;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The server's clock, for countdowns that nobody can cheat by setting the device's. */
final class ClockChapter implements Chapter {
    @Override
    public String title() {
        return "Time";
    }

    @Override
    public void play(Session session) {
        RequestOptions quick = RequestOptions.none().timeout(Duration.ofSeconds(30));
        session.step("Is anybody there?", () -> {
            session.kraty().ping();
            session.kraty().with(quick).ping();
        });
        session.step("Ask for the time", () -> {
            ServerTime here = session.kraty().getServerTime();
            ServerTime lisbon = session.kraty().getServerTime(ZoneId.of("Europe/Lisbon"));
            ServerTime tokyo = session.kraty().with(quick).getServerTime(ZoneId.of("Asia/Tokyo"));
            Steps.check(session.kraty().with(quick).getServerTime().timezone().equals(here.timezone()), "another zone");
            session.screen()
                    .line(here.local() + " " + here.timezone() + ", " + lisbon.local() + " in Lisbon, " + tokyo.local()
                            + " in Tokyo");
        });
        session.step("Count down by the server's clock", () -> {
            Kraty kraty = session.kraty();
            if (!kraty.isTimeSynced()) {
                kraty.syncTime();
            }
            Duration roundTrip = kraty.with(quick).syncTime(); // again, after the device slept
            session.screen().line("within " + roundTrip.toMillis() + " ms");
            Instant now = kraty.serverNow(); // no request: it counts on
            Instant end = session.quest.get().endsAt();
            Duration left = end == null ? Duration.ZERO : Duration.between(now, end);
            session.screen().line(left.toMinutes() + " minutes left");
        });
    }
}
