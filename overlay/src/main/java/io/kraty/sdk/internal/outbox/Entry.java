package io.kraty.sdk.internal.outbox;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.live.OutboxState;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write as it is kept. It is waiting until it has a verdict, and then until somebody has taken that. Never a secret in it.
 *
 * @param key its idempotency key, which the body holds, too
 * @param request what to send
 * @param player whose it is
 * @param lane what has to keep its order among the player's: in one lane, the next waits for the verdict of this
 * @param tag what the game calls it; null for nothing
 * @param repeatable whether sending it after the platform has forgotten its key changes nothing a second time
 * @param createdAt when it was accepted
 * @param firstSentAt since when the platform may know its key; null if it cannot
 * @param sender which {@code Kraty} alone has noted that it sends it; null if none has, or several
 * @param lockedOut why the platform would not hear the player; null if that did not happen since it was last sent
 * @param verdict how it ended; null if it did not
 * @param claim who is telling the verdict; null for nobody
 */
record Entry(
        String key,
        StoredRequest request,
        String player,
        String lane,
        @Nullable String tag,
        boolean repeatable,
        Instant createdAt,
        @Nullable Instant firstSentAt,
        @Nullable String sender,
        @Nullable String lockedOut,
        @Nullable Verdict verdict,
        @Nullable Claim claim) {
    private static final String VERSION = "1";

    static Entry fresh(
            ApiRequest<?> request,
            String key,
            String player,
            String lane,
            @Nullable String tag,
            boolean repeatable,
            Instant now) {
        return new Entry(
                key, StoredRequest.of(request, key), player, lane, tag, repeatable, now, null, null, null, null, null);
    }

    boolean isOpen() {
        return verdict == null;
    }

    /** In which queue it stands. */
    String queue() {
        return player + "\n" + lane;
    }

    /** {@code who} notes that it sends it: nobody may say any more that it was not sent who is not the only one. */
    Entry sentBy(String who, Instant time) {
        return firstSentAt == null ? noted(time, who) : noted(firstSentAt, who.equals(sender) ? who : null);
    }

    /** {@code who} did not send it after all, which says something if nobody else was about to. */
    Entry notSentBy(String who) {
        return who.equals(sender) ? noted(null, null) : this;
    }

    private Entry noted(@Nullable Instant since, @Nullable String who) {
        return new Entry(key, request, player, lane, tag, repeatable, createdAt, since, who, lockedOut, verdict, claim);
    }

    Entry lockedOut(@Nullable String why) {
        return new Entry(
                key, request, player, lane, tag, repeatable, createdAt, firstSentAt, sender, why, verdict, claim);
    }

    Entry ended(Verdict how) {
        return new Entry(
                key, request, player, lane, tag, repeatable, createdAt, firstSentAt, sender, lockedOut, how, claim);
    }

    Entry claimed(@Nullable Claim by) {
        return new Entry(
                key, request, player, lane, tag, repeatable, createdAt, firstSentAt, sender, lockedOut, verdict, by);
    }

    /** As the game sees it. */
    OutboxEntry view() {
        OutboxState state = lockedOut != null
                ? OutboxState.LOCKED_OUT
                : firstSentAt != null ? OutboxState.IN_DOUBT : OutboxState.WAITING;
        return new OutboxEntry(key, request.operation(), player, tag, createdAt, firstSentAt, state);
    }

    /** The verdict as the game sees it. */
    OutboxResult result() {
        Verdict how = Checks.present("verdict", verdict);
        return switch (how.kind()) {
            case DONE -> new OutboxResult.Done(view(), how.text());
            case REFUSED -> new OutboxResult.Refused(view(), Checks.present("error", how.error()));
            case UNKNOWN -> new OutboxResult.Unknown(view(), how.text() == null ? "" : how.text());
            case EXPIRED -> new OutboxResult.Expired(view(), how.at());
        };
    }

    /** As texts, to be kept. */
    Map<String, String> format() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("v", VERSION);
        texts.put("key", key);
        request.format(texts);
        texts.put("player", player);
        texts.put("lane", lane);
        put(texts, "tag", tag);
        put(texts, "repeatable", repeatable ? "true" : null);
        texts.put("created", createdAt.toString());
        put(texts, "sent", firstSentAt);
        put(texts, "sender", sender);
        put(texts, "locked", lockedOut);
        if (verdict != null) {
            verdict.format(texts);
        }
        if (claim != null) {
            texts.put("claimed", claim.owner());
            texts.put("until", claim.until().toString());
        }
        return texts;
    }

    /** What {@link #format} made; throws if it is something else. */
    static Entry parse(Map<String, String> texts) throws IOException {
        if (!VERSION.equals(texts.get("v"))) {
            throw new IllegalStateException("of version " + texts.get("v"));
        }
        String key = text(texts, "key");
        return new Entry(
                key,
                StoredRequest.parse(texts, key),
                Checks.pathSegment("player", text(texts, "player")),
                text(texts, "lane"),
                texts.get("tag"),
                texts.containsKey("repeatable"),
                instant(texts, "created"),
                texts.containsKey("sent") ? instant(texts, "sent") : null,
                texts.get("sender"),
                texts.get("locked"),
                Verdict.parse(texts, key),
                texts.containsKey("claimed") ? new Claim(text(texts, "claimed"), instant(texts, "until")) : null);
    }

    static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    static Instant instant(Map<String, String> texts, String name) {
        return Instant.parse(text(texts, name));
    }

    static String text(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("without its " + name);
        }
        return text;
    }

    /** What it is, not what is in it. */
    @Override
    public String toString() {
        return request + " of " + player + " (" + key + ")";
    }
}
