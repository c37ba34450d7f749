package io.kraty.sdk.chaos;

import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.Map;

/** One thing that happens. Prints as what it is, so that a short schedule can be read. */
sealed interface Step {
    /**
     * What a game writes. Each write has a target of its own, by which its effects are told from all others.
     */
    enum Op {
        DEBIT("debitWallet"),
        CLAIM("claimGrant"),
        OPEN("openCrate"),
        SCORE("submitScore"),
        PROGRESS("reportProgress"),
        FINISH("finishAttempt"),
        PURCHASE("trackPurchase");

        final String operation;

        Op(String operation) {
            this.operation = operation;
        }
    }

    /** By which way of the SDK. */
    enum Door {
        BLOCKING,
        ASYNC,
        OUTBOX
    }

    /**
     * A write.
     *
     * @param number tells it from all others, also when some are left out
     * @param ownKey whether the game brings the idempotency key
     * @param stop after how many microseconds the caller is interrupted or its future cancelled; -1 for never
     * @param waits whether nothing else happens until it is over
     */
    record Write(int number, Op op, Door door, boolean ownKey, int stop, boolean waits) implements Step {}

    /** Something is read, by the newest launch. */
    record Read(boolean async, boolean waits) implements Step {}

    /** Requests go wrong from here on. */
    record Fault(String on, Wrong wrong, int times) implements Step {}

    /** No more trouble. */
    record Calm() implements Step {}

    /** No network, or one again. */
    record Network(boolean there) implements Step {}

    /** The game closes, and is started again on the same device. */
    record Restart() implements Step {}

    /** The game dies on the spot, and is started again. */
    record Kill() implements Step {}

    /**
     * The game dies when it uses a store for the so-manieth time from now, and is started again when something
     * happens then.
     *
     * @param done whether that use is still done
     */
    record KillAt(int use, boolean done) implements Step {}

    /** A second one is started beside it. */
    record Twin() implements Step {}

    /** The device's time passes until the next thing is due, so many times. */
    record Tick(int times) implements Step {}

    /** Somebody sets the device's clock. */
    record Jump(int minutes) implements Step {}

    /** Time passes for all. */
    record Hours(int hours) implements Step {}

    /** Somebody else plays: the second player, or the first. */
    record SignIn(boolean second, int stop) implements Step {}

    /** Nobody plays. */
    record Logout(int stop) implements Step {}

    /** The game goes to the background. */
    record Pause() implements Step {}

    /** The game comes back. */
    record Resume() implements Step {}

    /** What goes wrong with a request. */
    enum Wrong {
        RESET_BEFORE(Effect.resetBefore()),
        ANSWER_LOST(Effect.resetAfter()),
        NOTHING_OF_THE_ANSWER(Effect.cut(0)),
        HALF_AN_ANSWER(Effect.cut(0.5)),
        NO_JSON(Effect.invalidJson()),
        REFUSED_CONNECTIONS(Effect.refuse(Duration.ofMillis(3))),
        INTERNAL_ERROR(Effect.status(500)),
        UNAVAILABLE(Effect.status(503)),
        UNAVAILABLE_AFTER_ALL(Effect.status(503).afterProcessing()),
        BAD_GATEWAY(Effect.bare(502)),
        BAD_GATEWAY_AFTER_ALL(Effect.bare(502).afterProcessing()),
        TOO_MANY(Effect.rateLimited(Duration.ofSeconds(2))),
        TOO_MANY_FOR_LONG(Effect.rateLimited(Duration.ofMinutes(3))),
        // Not the platform's: no error of its form is in it, so nobody knows.
        FORBIDDEN_BY_SOMEBODY(Effect.bare(403)),
        FORBIDDEN_BY_SOMEBODY_AFTER_ALL(Effect.bare(403).afterProcessing()),
        SIGN_IN_PAGE(Effect.answer(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>")),
        SIGN_IN_PAGE_AFTER_ALL(Effect.answer(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>")
                .afterProcessing()),
        REDIRECT(Effect.redirect("http://127.0.0.1:1/elsewhere")),
        SLOW(Effect.pass()),
        // Only in hasty schedules, where no attempt waits for long.
        SILENCE(Effect.stall(0)),
        SILENCE_IN_THE_MIDDLE(Effect.stall(0.5));

        @SuppressWarnings("ImmutableEnumChecker") // it is, but does not say so
        final Effect effect;

        Wrong(Effect effect) {
            this.effect = effect;
        }

        boolean isSilent() {
            return this == SILENCE || this == SILENCE_IN_THE_MIDDLE;
        }
    }
}
