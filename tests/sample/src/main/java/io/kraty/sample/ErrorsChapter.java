package io.kraty.sample;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.EventsClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Everything that can be refused, told apart by its code. */
final class ErrorsChapter implements Chapter {
    @Override
    public String title() {
        return "When it goes wrong";
    }

    @Override
    public void play(Session session) {
        session.step("Enter an event that does not exist", () -> {
            KratyApiException e =
                    refusal(session, () -> session.kraty().events().start("no_such_event"));
            Steps.check(e.isNotFound(), "not the code that was expected");
        });
        session.step("Enter an event without what it asks for", () -> {
            String gated = session.gated.get().eventKey();
            KratyApiException e =
                    refusal(session, () -> session.kraty().events().start(gated));
            Steps.check(e.code() == KratyErrorCode.ENTRY_REQUIREMENT_FAILED, "not the code that was expected");
        });
        session.step("Enter events that are closed, each for another reason", () -> enterClosed(session));
        session.step("Spend more than there is", () -> overdraw(session));
        session.step("Go on with a finished attempt", () -> {
            Session.Run run = session.questRun.get();
            KratyApiException e = refusal(
                    session,
                    () -> session.kraty()
                            .events()
                            .progress(run.eventKey(), run.attemptId(), ProgressInput.increment(1)));
            Steps.check(e.is(KratyErrorCode.ATTEMPT_FINISHED.value()), "not the code that was expected");
        });
        session.step("Report a metric that the event does not have", () -> {
            Session.Run run = session.huntRun.get();
            ProgressInput unknown = ProgressInput.increment(Map.of("no_such_metric", 1));
            KratyApiException e =
                    refusal(session, () -> session.kraty().events().progress(run.eventKey(), run.attemptId(), unknown));
            Steps.check(KratyErrorCode.of(e.rawCode()) == KratyErrorCode.INVALID_METRIC, "not the expected code");
        });
        session.step("Speak for a player with a wrong secret", () -> {
            Kraty kraty = session.kraty();
            RequestOptions imposter =
                    RequestOptions.as(kraty.ensureIdentity().externalPlayerId()).playerSecret("not-the-secret");
            KratyApiException e =
                    refusal(session, () -> kraty.with(imposter).wallet().list());
            Steps.check(e.isAuthentication(), "not the code that was expected");
        });
        session.step("Play without a network", () -> playOffline(session));
        session.step("Be answered with more than the game reads", () -> readLittle(session));
    }

    /** A switch, where a screen tells several reasons apart. */
    private static void enterClosed(Session session) {
        EventsClient events = session.kraty().events();
        session.sandbox(); // these are not listed, so only the sandbox's keys are known
        for (String eventKey : new String[] {"legends_cup", "night_market", "old_faire"}) {
            KratyApiException e = refusal(session, () -> events.start(eventKey));
            String shown = switch (e.code()) {
                case UNLOCK_CONDITION_FAILED -> "reach 500 XP first";
                case NO_ACTIVE_WINDOW -> "not now";
                case EVENT_DISABLED -> "gone for good";
                default -> throw e;
            };
            session.screen().line(eventKey + ": " + shown);
        }
    }

    private static void overdraw(Session session) {
        Kraty kraty = session.kraty();
        String currency = kraty.wallet().list().stream()
                .map(holding -> holding.economyKey())
                .findFirst()
                .orElseThrow(() -> new Steps.Skipped("this game keeps no balances here"));
        KratyApiException e = refusal(session, () -> kraty.wallet().debit(currency, 1_000_000_000));
        Steps.check(e.isConflict(), "not the code that was expected");
    }

    private static void playOffline(Session session) throws IOException {
        try (Kraty offline = new Kraty(session.launcher()
                .settings()
                .baseUrl("http://127.0.0.1:" + closedPort())
                .secretStore(new InMemorySecretStore())
                .retry(KratyRetryConfig.none())
                .build())) {
            offline.catalog().read();
            throw new Steps.Failed("it was answered");
        } catch (KratyNetworkException e) {
            session.screen().line("no answer after " + e.attempts() + " attempt; a game says so and offers to retry");
        }
    }

    /** With a limit far too low, in place of an answer without end. */
    private static void readLittle(Session session) {
        try (Kraty careful = new Kraty(session.launcher()
                .settings()
                .maxAnswerBytes(1024)
                .secretStore(new InMemorySecretStore())
                .build())) {
            careful.catalog().read();
            throw new Steps.Skipped("this game's catalog is that small");
        } catch (KratyAnswerTooLargeException e) {
            session.screen().line("given up at attempt " + e.attempts() + ", and the game goes on");
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static KratyApiException refusal(Session session, Runnable call) {
        try {
            call.run();
        } catch (KratyApiException e) {
            session.screen().line(Advice.describe(e));
            session.screen().line("so: " + Advice.on(e).text());
            return e;
        }
        throw new Steps.Failed("it was not refused");
    }
}
