package io.kraty.sandbox;

import io.kraty.sandbox.internal.form.Arguments;
import io.kraty.sandbox.internal.form.Envelopes;
import io.kraty.sandbox.internal.form.RequestPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose: for which requests, how often, and what.
 *
 * <pre>{@code
 * sandbox.addTrouble(Trouble.on("debitWallet").times(1).effect(Trouble.Effect.resetAfter()).build());
 * }</pre>
 *
 * <p>Every matching request takes one step of the script, whether or not the dice let it have an effect. After {@code
 * skip} of them, {@code times} take effect, each with {@code probability}. A script of one effect repeats it; a longer
 * one starts over if {@code times} says so, and runs once through otherwise. The dice follow from the sandbox's seed:
 * the same seed and requests get the same trouble.
 *
 * <p>Of several, the first that was added and takes effect wins, and the request is no step for those after it. {@link
 * Effect.Pass} does not win: what it delays is delayed, and the others have their turn.
 *
 * @param on for which requests; see {@link #on(String)}
 * @param player only for requests with this player in the path; null for all
 * @param skip how many matching requests are left alone first
 * @param times how many more are not; null for all until cleared, or once through a script of several effects
 * @param probability how likely each of those is to be hit, from 0 to 1
 * @param delay how long a request waits before anything else happens to it
 * @param jitter up to how much longer, by the dice
 * @param script what happens, one effect per request
 * @since 0.1.0
 */
public record Trouble(
        String on,
        @Nullable String player,
        int skip,
        @Nullable Integer times,
        double probability,
        Duration delay,
        Duration jitter,
        List<Trouble.Effect> script) {

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException if something is not what it can be; says what it can be
     */
    public Trouble {
        RequestPattern.of(on);
        Arguments.range("skip", skip, 0, Integer.MAX_VALUE);
        if (times != null) {
            Arguments.range("times", times, 1, Integer.MAX_VALUE);
        }
        Arguments.share("probability", probability);
        Arguments.wait("delay", delay);
        Arguments.wait("jitter", jitter);
        script = script.isEmpty() ? List.of(Effect.pass()) : List.copyOf(script);
    }

    /**
     * Trouble for the requests that match a pattern:
     *
     * <ul>
     *   <li>{@code *}: all of them
     *   <li>an operationId of the API's description, such as {@code debitWallet}
     *   <li>a method and a path, such as {@code POST /players/*}{@code /wallet/*}{@code /debit}: {@code *} stands for one
     *       segment of the path, {@code **} at its end for whatever follows. The method may be left out or be {@code *},
     *       and so may the path's {@code /sdk/v1}. Segments are compared as they are sent.
     * </ul>
     */
    public static Builder on(String pattern) {
        return new Builder(pattern);
    }

    /** What is done to one request. A share is the part of the real answer's body that still arrives, from 0 to 1. */
    public sealed interface Effect {
        /** Nothing, apart from the delay. */
        record Pass() implements Effect {}

        /** A TCP reset, before the game sees the request. */
        record ResetBefore() implements Effect {}

        /** A TCP reset instead of the answer, after the game carried the request out. */
        record ResetAfter() implements Effect {}

        /**
         * A TCP reset before the game sees the request, and new connections are refused for a time. Open streams go on;
         * idle connections are closed.
         *
         * @param time for how long
         */
        record Refuse(Duration time) implements Effect {
            /** Checks the time. */
            public Refuse {
                Arguments.positive("time", time);
            }
        }

        /**
         * The answer breaks off, and the connection is closed. A stream breaks off before its first event.
         *
         * @param share how much of the body arrives
         */
        record Cut(double share) implements Effect {
            /** Checks the share. */
            public Cut {
                Arguments.share("share", share);
            }
        }

        /**
         * The answer stops, and the connection stays open. A stream stops before its first event.
         *
         * @param share how much of the body arrives
         */
        record Stall(double share) implements Effect {
            /** Checks the share. */
            public Stall {
                Arguments.share("share", share);
            }
        }

        /**
         * Another answer than the real one.
         *
         * @param status the HTTP status
         * @param headers the headers, without those about the connection and the length
         * @param body the body, as it is
         * @param processed whether the game carries the request out all the same
         */
        record Answer(int status, Map<String, String> headers, String body, boolean processed) implements Effect {
            /** Checks the status and the headers. */
            public Answer {
                Arguments.range("status", status, 200, 599);
                headers = Arguments.headers(headers);
            }

            /** The same answer, but the game has carried the request out by then. */
            public Answer afterProcessing() {
                return new Answer(status, headers, body, true);
            }
        }

        /**
         * The real answer under another content type.
         *
         * @param contentType the header
         */
        record Mislabel(String contentType) implements Effect {
            /** Checks the header. */
            public Mislabel {
                Arguments.headers(Map.of("Content-Type", contentType));
            }
        }

        /** The real status, with a body that is not JSON. Streams are left alone. */
        record InvalidJson() implements Effect {}

        /**
         * A stream breaks off. Other requests are left alone.
         *
         * @param afterEvents after how many events; {@code ready} is the first
         */
        record Drop(int afterEvents) implements Effect {
            /** Checks the count. */
            public Drop {
                Arguments.range("afterEvents", afterEvents, 0, Integer.MAX_VALUE);
            }
        }

        /**
         * A stream stays open, but says nothing more, heartbeats included. Other requests are left alone.
         *
         * @param afterEvents after how many events; {@code ready} is the first
         */
        record Silence(int afterEvents) implements Effect {
            /** Checks the count. */
            public Silence {
                Arguments.range("afterEvents", afterEvents, 0, Integer.MAX_VALUE);
            }
        }

        /**
         * A stream's events come late and in another order. The first comes at once; each time that so many more are there,
         * they come, the last one first. What is held back when the stream ends comes before the event that says so. Other
         * requests are left alone.
         *
         * @param events how many are held back at a time, at least 2
         */
        record Reverse(int events) implements Effect {
            /** Checks the count. */
            public Reverse {
                Arguments.range("events", events, 2, Integer.MAX_VALUE);
            }
        }

        /** See {@link Pass}. */
        static Effect pass() {
            return new Pass();
        }

        /** See {@link ResetBefore}. */
        static Effect resetBefore() {
            return new ResetBefore();
        }

        /** See {@link ResetAfter}. */
        static Effect resetAfter() {
            return new ResetAfter();
        }

        /** See {@link Refuse}. */
        static Effect refuse(Duration time) {
            return new Refuse(time);
        }

        /** See {@link Cut}. */
        static Effect cut(double share) {
            return new Cut(share);
        }

        /** See {@link Stall}. */
        static Effect stall(double share) {
            return new Stall(share);
        }

        /** An error with the general code of this status, or {@code internal_error} if there is none. */
        static Answer status(int status) {
            return error(status, Envelopes.code(status));
        }

        /** An error with a code, in the API's envelope. */
        static Answer error(int status, String code) {
            return new Answer(status, Envelopes.JSON, Envelopes.error(code), false);
        }

        /** A status with neither envelope nor body. */
        static Answer bare(int status) {
            return new Answer(status, Map.of(), "", false);
        }

        /** {@code 429 rate_limited}, with {@code Retry-After} in seconds, rounded up. */
        static Answer rateLimited(Duration retryAfter) {
            return new Answer(429, Envelopes.retryAfter(retryAfter), Envelopes.error(Envelopes.code(429)), false);
        }

        /** {@code 429 rate_limited}, with {@code Retry-After} as a date. */
        static Answer rateLimitedUntil(Instant time) {
            return new Answer(429, Envelopes.retryAt(time), Envelopes.error(Envelopes.code(429)), false);
        }

        /** See {@link Mislabel}. */
        static Effect contentType(String contentType) {
            return new Mislabel(contentType);
        }

        /** See {@link InvalidJson}. */
        static Effect invalidJson() {
            return new InvalidJson();
        }

        /** A {@code 307} to somewhere else. */
        static Answer redirect(String location) {
            return new Answer(307, Map.of("Location", location), "", false);
        }

        /** See {@link Answer}; the game never sees the request. */
        static Answer answer(int status, Map<String, String> headers, String body) {
            return new Answer(status, headers, body, false);
        }

        /** See {@link Drop}. */
        static Effect drop(int afterEvents) {
            return new Drop(afterEvents);
        }

        /** See {@link Silence}. */
        static Effect silence(int afterEvents) {
            return new Silence(afterEvents);
        }

        /** See {@link Reverse}. */
        static Effect reverse(int events) {
            return new Reverse(events);
        }
    }

    /** Collects what the trouble consists of. Not thread-safe. */
    public static final class Builder {
        private final String on;
        private @Nullable String player;
        private int skip;
        private @Nullable Integer times;
        private double probability = 1;
        private Duration delay = Duration.ZERO;
        private Duration jitter = Duration.ZERO;
        private List<Effect> script = List.of();

        private Builder(String on) {
            this.on = on;
        }

        /** Only requests with this player in the path. Defaults to all requests. */
        public Builder player(String externalPlayerId) {
            this.player = externalPlayerId;
            return this;
        }

        /** How many matching requests are left alone first. Defaults to 0. */
        public Builder skip(int skip) {
            this.skip = skip;
            return this;
        }

        /** How many matching requests are hit. Defaults to all, or once through a script of several effects. */
        public Builder times(int times) {
            this.times = times;
            return this;
        }

        /** How likely each of them is to be hit, from 0 to 1. Defaults to 1. */
        public Builder probability(double probability) {
            this.probability = probability;
            return this;
        }

        /** How long a request waits first; at most an hour. Defaults to not at all. */
        public Builder delay(Duration delay) {
            this.delay = delay;
            return this;
        }

        /** Up to how much longer it waits; at most an hour. Defaults to not at all. */
        public Builder jitter(Duration jitter) {
            this.jitter = jitter;
            return this;
        }

        /** The same effect for each request. Defaults to {@link Effect.Pass}. */
        public Builder effect(Effect effect) {
            return script(effect);
        }

        /** One effect after the other. */
        public Builder script(Effect... effects) {
            this.script = List.of(effects);
            return this;
        }

        /**
         * The trouble.
         *
         * @throws IllegalArgumentException if something is not what it can be; says what it can be
         */
        public Trouble build() {
            return new Trouble(on, player, skip, times, probability, delay, jitter, script);
        }
    }
}
