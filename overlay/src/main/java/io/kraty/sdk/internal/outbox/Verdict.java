package io.kraty.sdk.internal.outbox;

import io.kraty.api.runtime.Json;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a write ended.
 *
 * @param kind in which of four ways
 * @param at when that was known
 * @param text the answer, or the reason; null for none
 * @param error why it was refused; null if it was not
 */
record Verdict(
        Kind kind,
        Instant at,
        @Nullable String text,
        @Nullable KratyApiException error) {
    // Far more than the platform ever answers to a write.
    private static final int MOST_ANSWER = 1 << 18;
    // What an error adds is for people; as much of it as any has. Its texts are short, as those of all exceptions are.
    private static final int MOST_DETAILS = 4096;

    enum Kind {
        DONE,
        REFUSED,
        UNKNOWN,
        EXPIRED;

        /** Not {@code valueOf}, which looks for the constants by reflection, where a shrinker may have renamed what it asks. */
        static Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(name + " is no way to end");
        }
    }

    static Verdict done(Instant at, String answer) {
        return new Verdict(Kind.DONE, at, answer.length() > MOST_ANSWER ? null : answer, null);
    }

    /** The platform says so of this key, so no attempt before has done it either, whatever became of its answer. */
    static Verdict refused(Instant at, KratyApiException error) {
        return new Verdict(Kind.REFUSED, at, null, error);
    }

    static Verdict unknown(Instant at, String reason) {
        return new Verdict(Kind.UNKNOWN, at, reason, null);
    }

    static Verdict expired(Instant at) {
        return new Verdict(Kind.EXPIRED, at, null, null);
    }

    /** The same, without an answer that is too long to be kept. */
    Verdict shorter() {
        return kind == Kind.DONE ? new Verdict(kind, at, null, null) : this;
    }

    void format(Map<String, String> texts) {
        texts.put("result", kind.name());
        texts.put("ended", at.toString());
        Entry.put(texts, "text", text);
        if (error != null) {
            texts.put("status", Integer.toString(error.status()));
            texts.put("code", error.rawCode());
            texts.put("message", error.message());
            texts.put("attempts", Integer.toString(error.attempts()));
            Entry.put(texts, "request", error.requestId());
            String details = error.details() == null ? null : Json.ANY.toJson(error.details());
            Entry.put(texts, "details", details == null || details.length() > MOST_DETAILS ? null : details);
        }
    }

    /** What {@link #format} wrote; null if there is none. */
    static @Nullable Verdict parse(Map<String, String> texts, String key) throws IOException {
        String kind = texts.get("result");
        if (kind == null) {
            return null;
        }
        Kind known = Kind.of(kind);
        return new Verdict(
                known,
                Entry.instant(texts, "ended"),
                texts.get("text"),
                known == Kind.REFUSED ? error(texts, key) : null);
    }

    private static KratyApiException error(Map<String, String> texts, String key) throws IOException {
        String details = texts.get("details");
        return KratyApiException.builder(Integer.parseInt(Entry.text(texts, "status")), Entry.text(texts, "code"))
                .message(Entry.text(texts, "message"))
                .request(Entry.text(texts, "op"))
                .attempts(Integer.parseInt(Entry.text(texts, "attempts")))
                .outcome(Outcome.REFUSED)
                .requestId(texts.get("request"))
                .details(details == null ? null : Json.ANY.fromJson(details))
                .idempotencyKey(key)
                .build();
    }
}
