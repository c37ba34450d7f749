package io.kraty.sdk.transport;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.live.LeaderboardStream;
import java.time.Duration;
import java.util.List;

/** A game with a small heap whose server is not the platform. Prints how each call ended. */
final class HostileChild {
    private HostileChild() {}

    public static void main(String[] arguments) {
        String url = arguments[0];
        long limit = Long.parseLong(arguments[1]);
        for (String kind : List.of(arguments).subList(2, arguments.length)) {
            System.out.println(kind + " " + play(url + "/" + kind, limit, kind.startsWith("STREAM")));
        }
    }

    private static String read(LeaderboardStream live) {
        try {
            live.poll(Duration.ofMinutes(1));
            return "ended well";
        } finally {
            live.poll(Duration.ofMinutes(1)); // nothing more
            if (live.isOpen()) {
                System.out.println("and it is still open");
            }
        }
    }

    private static String play(String url, long limit, boolean stream) {
        try (Kraty kraty = Kraty.create(
                TestOptions.signedIn(url, Timing.system()).maxAnswerBytes(limit).build())) {
            if (stream) {
                try (LeaderboardStream live = kraty.leaderboards().live("0b8f6c1e-0000-4000-8000-000000000001")) {
                    return read(live);
                }
            } else {
                kraty.wallet().list();
            }
            return "ended well";
        } catch (KratyAnswerTooLargeException e) {
            return "too large at attempt " + e.attempts();
        } catch (Throwable e) { // an Error is what this is about
            return e.toString();
        }
    }
}
