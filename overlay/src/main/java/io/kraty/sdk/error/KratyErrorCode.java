package io.kraty.sdk.error;

import io.kraty.api.model.ErrorCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Why the platform refused a call. The list is open on the platform's side: a code that this version does not know is
 * {@link #UNRECOGNIZED}, and {@link KratyApiException#rawCode()} still has it.
 */
public enum KratyErrorCode {
    /** The request has no Authorization header. */
    UNAUTHENTICATED(ErrorCode.UNAUTHENTICATED),

    /** The SDK key is malformed, revoked or refused. */
    SESSION_INVALID(ErrorCode.SESSION_INVALID),

    /** The SDK key lacks the permission for this. */
    FORBIDDEN(ErrorCode.FORBIDDEN),

    /** The resource is unknown, archived or expired. */
    NOT_FOUND(ErrorCode.NOT_FOUND),

    /** The body or the query is not what the operation expects. */
    VALIDATION_FAILED(ErrorCode.VALIDATION_FAILED),

    /** The change clashes with the current state, such as too few items, too low a balance, or a finalized window. */
    CONFLICT(ErrorCode.CONFLICT),

    /** Too many requests with this SDK key; repeat after the time in Retry-After. */
    RATE_LIMITED(ErrorCode.RATE_LIMITED),

    /** The server failed in an unforeseen way. Clients also use it for error answers without a readable body. */
    INTERNAL_ERROR(ErrorCode.INTERNAL_ERROR),

    /** The resource belongs to another studio. */
    TENANT_MISMATCH(ErrorCode.TENANT_MISMATCH),

    /** The idempotency key was used with another body within the last 24 hours. */
    IDEMPOTENCY_CONFLICT(ErrorCode.IDEMPOTENCY_CONFLICT),

    /** The player secret is missing, malformed or wrong. */
    PLAYER_SECRET_INVALID(ErrorCode.PLAYER_SECRET_INVALID),

    /** The player already has a secret. Test keys may replace it with force. */
    PLAYER_ALREADY_REGISTERED(ErrorCode.PLAYER_ALREADY_REGISTERED),

    /**
     * The player is banned: no writes and no new registration. The status is stated for game servers only; clients are
     * assumed to see the same.
     */
    PLAYER_BANNED(ErrorCode.PLAYER_BANNED),

    /**
     * The report of progress was refused as implausible and rolled back; repeating cannot help. The status is not
     * stated, 403 is assumed [choice].
     */
    ANTI_CHEAT_REJECTED(ErrorCode.ANTI_CHEAT_REJECTED),

    /** The event is configured but switched off. */
    EVENT_DISABLED(ErrorCode.EVENT_DISABLED),

    /** The event is between two windows; try again in the next one. */
    NO_ACTIVE_WINDOW(ErrorCode.NO_ACTIVE_WINDOW),

    /** The event's leaderboard could not be found or set up; repeating may help. */
    NO_LEADERBOARD(ErrorCode.NO_LEADERBOARD),

    /** The player has used all attempts of this window; repeating cannot help. */
    MAX_ATTEMPTS_REACHED(ErrorCode.MAX_ATTEMPTS_REACHED),

    /** The player has used all attempts of today; the count starts anew at midnight in the event's time zone. */
    MAX_DAILY_ATTEMPTS_REACHED(ErrorCode.MAX_DAILY_ATTEMPTS_REACHED),

    /** The attempt is completed or expired. */
    ATTEMPT_FINISHED(ErrorCode.ATTEMPT_FINISHED),

    /** The event does not have a metric with this key. */
    INVALID_METRIC(ErrorCode.INVALID_METRIC),

    /** The event is not visible or not unlocked for this player. */
    UNLOCK_CONDITION_FAILED(ErrorCode.UNLOCK_CONDITION_FAILED),

    /** The event's unlock condition is malformed; only the studio can repair it. */
    INVALID_UNLOCK_CONDITION(ErrorCode.INVALID_UNLOCK_CONDITION),

    /** The player does not own what the event asks for. */
    ENTRY_REQUIREMENT_FAILED(ErrorCode.ENTRY_REQUIREMENT_FAILED),

    /** The event's entry requirement is malformed; only the studio can repair it. */
    INVALID_ENTRY_REQUIREMENT(ErrorCode.INVALID_ENTRY_REQUIREMENT),

    /** The player cannot pay the entry cost; nothing was taken. */
    INSUFFICIENT_ENTRY_COST(ErrorCode.INSUFFICIENT_ENTRY_COST),

    /** The lobby is still filling. Poll it until it is active, then start again. */
    LOBBY_FORMING(ErrorCode.LOBBY_FORMING),

    /** The game does not let clients grant to their own player. */
    INVENTORY_NOT_PERMISSIVE(ErrorCode.INVENTORY_NOT_PERMISSIVE),

    /** The board takes scores from game servers only. Rumoured, known only from notes in existing clients. */
    CLIENT_SCORING_DISABLED(ErrorCode.CLIENT_SCORING_DISABLED),

    /** The board ranks by progression and takes no scores. Rumoured, known only from notes in existing clients. */
    SCORE_NOT_SUPPORTED(ErrorCode.SCORE_NOT_SUPPORTED),

    /** One of the two players has blocked the other. Rumoured, known only from notes in existing clients. */
    PLAYER_BLOCKED(ErrorCode.PLAYER_BLOCKED),

    /** The two players are friends already. Rumoured, known only from notes in existing clients. */
    ALREADY_FRIENDS(ErrorCode.ALREADY_FRIENDS),

    /** A player cannot befriend themselves. Rumoured, known only from notes in existing clients. */
    CANNOT_FRIEND_SELF(ErrorCode.CANNOT_FRIEND_SELF),

    /** No player has this friend code. Rumoured, known only from notes in existing clients. */
    FRIEND_CODE_INVALID(ErrorCode.FRIEND_CODE_INVALID),

    /** The game has gifting switched off. Rumoured, known only from notes in existing clients. */
    GIFTING_DISABLED(ErrorCode.GIFTING_DISABLED),

    /**
     * There is no exchange rate for the currency of the purchase; do not repeat. The status is not stated, 400 is
     * assumed [choice].
     */
    UNKNOWN_CURRENCY(ErrorCode.UNKNOWN_CURRENCY),

    /** A code that was added to the platform after this version. */
    UNRECOGNIZED(ErrorCode.of(""));

    private static final Map<String, KratyErrorCode> BY_VALUE = new HashMap<>();

    static {
        for (KratyErrorCode code : values()) {
            BY_VALUE.put(code.value, code);
        }
    }

    private final String value;

    KratyErrorCode(ErrorCode code) {
        this.value = code.value();
    }

    /** The text on the wire; empty for {@link #UNRECOGNIZED}. */
    public String value() {
        return value;
    }

    /** The constant for a text on the wire, or {@link #UNRECOGNIZED}. */
    public static KratyErrorCode of(String value) {
        return BY_VALUE.getOrDefault(value, UNRECOGNIZED);
    }
}
