package io.kraty.sdk.transport;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyAnswerTooLargeException;
import io.kraty.sdk.LeaderboardStream;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;

/** A game with a small heap whose server is not the platform. Prints how each call ended. */
final class HostileChild {
    private HostileChild() {}

    public static void main(String[] arguments) {
        String url = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            System.out.println(arguments[i] + " " + play(url + "/" + arguments[i], arguments[i].startsWith("STREAM")));
        }
    }

    private static String play(String url, boolean stream) {
        try (Kraty kraty =
                Kraty.create(TestOptions.signedIn(url, Timing.system()).build())) {
            if (stream) {
                try (LeaderboardStream live = kraty.leaderboards().live("0b8f6c1e-0000-4000-8000-000000000001")) {
                    live.poll(Duration.ofMinutes(1));
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
