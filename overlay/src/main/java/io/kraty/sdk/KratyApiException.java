package io.kraty.sdk;

import com.google.gson.TypeAdapter;
import io.kraty.api.model.InsufficientEntryCostDetails;
import io.kraty.api.model.LobbyFormingDetails;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform answered, and the answer is an error, or cannot be understood (then the code is
 * {@link KratyErrorCode#INTERNAL_ERROR} and the message says what came instead). Ask for one reason with its predicate,
 * for several with a {@code switch} over {@link #code()}.
 *
 * <pre>{@code
 * try {
 *     kraty.events().start("bounty_hunt");
 * } catch (KratyApiException e) {
 *     if (e.isInsufficientEntryCost()) {
 *         shop.open();
 *     } else {
 *         throw e;
 *     }
 * }
 * }</pre>
 */
public final class KratyApiException extends KratyException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final KratyErrorCode code;
    private final String rawCode;
    private final String serverMessage;
    private final transient @Nullable Object details;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final int attempts;

    private KratyApiException(Builder builder) {
        super(builder.describe(), builder.cause);
        this.status = builder.status;
        this.code = KratyErrorCode.of(builder.rawCode);
        this.rawCode = builder.rawCode;
        this.serverMessage = builder.message;
        this.details = builder.details;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.attempts = builder.attempts;
    }

    /**
     * Starts one. For the SDK, and for tests of a game.
     *
     * @param status the HTTP status
     * @param rawCode the error code as the platform spells it
     */
    public static Builder builder(int status, String rawCode) {
        return new Builder(status, rawCode);
    }

    /** The HTTP status; 2xx if the platform accepted the call but could not complete it yet. */
    public int status() {
        return status;
    }

    /** Why, as a constant; {@link KratyErrorCode#UNRECOGNIZED} if this version does not know the code. */
    public KratyErrorCode code() {
        return code;
    }

    /** Why, as the platform spells it. */
    public String rawCode() {
        return rawCode;
    }

    /** The platform's own sentence, fit to be shown; {@link #getMessage()} adds what a log needs. */
    public String message() {
        return serverMessage;
    }

    /**
     * What the platform added: a {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double} or
     * {@code Boolean}; null if it added nothing.
     */
    public @Nullable Object details() {
        return details;
    }

    /** The platform's id of the request, for a support ticket; null if it sent none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** How long the platform asks to wait; null if it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** How many attempts were made, retries included. */
    public int attempts() {
        return attempts;
    }

    /** Whether this is {@code code}, in the platform's spelling; for codes this version has no constant for. */
    public boolean is(String code) {
        return rawCode.equals(code);
    }

    /**
     * Whether the key or the secret was refused, so that no further call can succeed either: {@code unauthenticated},
     * {@code session_invalid} or {@code player_secret_invalid}.
     */
    public boolean isAuthentication() {
        return isUnauthenticated() || isSessionInvalid() || isPlayerSecretInvalid();
    }

    /** The lobby to wait for, with {@link #isLobbyForming()}; empty if the platform did not name it. */
    public Optional<String> lobbyId() {
        return detailsAs(LobbyFormingDetails.Adapter.INSTANCE).map(LobbyFormingDetails::lobbyId);
    }

    /** What the player lacks, with {@link #isInsufficientEntryCost()}; empty if the platform did not say. */
    public Optional<InsufficientEntryCostDetails> missingEntryCost() {
        return detailsAs(InsufficientEntryCostDetails.Adapter.INSTANCE);
    }

    /** 401 {@code unauthenticated}: the request has no Authorization header. */
    public boolean isUnauthenticated() {
        return code == KratyErrorCode.UNAUTHENTICATED;
    }

    /** 401 {@code session_invalid}: the SDK key is malformed, revoked or refused. */
    public boolean isSessionInvalid() {
        return code == KratyErrorCode.SESSION_INVALID;
    }

    /** 403 {@code forbidden}: the SDK key lacks the permission for this. */
    public boolean isForbidden() {
        return code == KratyErrorCode.FORBIDDEN;
    }

    /** 404 {@code not_found}: the resource is unknown, archived or expired. */
    public boolean isNotFound() {
        return code == KratyErrorCode.NOT_FOUND;
    }

    /** 400 {@code validation_failed}: the body or the query is not what the operation expects. */
    public boolean isValidationFailed() {
        return code == KratyErrorCode.VALIDATION_FAILED;
    }

    /** 409 {@code conflict}: the change clashes with the current state, such as too few items, too low a balance, or a finalized window. */
    public boolean isConflict() {
        return code == KratyErrorCode.CONFLICT;
    }

    /** 429 {@code rate_limited}: too many requests with this SDK key; repeat after the time in Retry-After. */
    public boolean isRateLimited() {
        return code == KratyErrorCode.RATE_LIMITED;
    }

    /** 500 {@code internal_error}: the server failed in an unforeseen way. Clients also use it for error answers without a readable body. */
    public boolean isInternalError() {
        return code == KratyErrorCode.INTERNAL_ERROR;
    }

    /** 403 {@code tenant_mismatch}: the resource belongs to another studio. */
    public boolean isTenantMismatch() {
        return code == KratyErrorCode.TENANT_MISMATCH;
    }

    /** 409 {@code idempotency_conflict}: the idempotency key was used with another body within the last 24 hours. */
    public boolean isIdempotencyConflict() {
        return code == KratyErrorCode.IDEMPOTENCY_CONFLICT;
    }

    /** 401 {@code player_secret_invalid}: the player secret is missing, malformed or wrong. */
    public boolean isPlayerSecretInvalid() {
        return code == KratyErrorCode.PLAYER_SECRET_INVALID;
    }

    /** 409 {@code player_already_registered}: the player already has a secret. Test keys may replace it with force. */
    public boolean isPlayerAlreadyRegistered() {
        return code == KratyErrorCode.PLAYER_ALREADY_REGISTERED;
    }

    /** 403 {@code player_banned}: the player is banned: no writes and no new registration. The status is stated for game servers only; clients are assumed to see the same. */
    public boolean isPlayerBanned() {
        return code == KratyErrorCode.PLAYER_BANNED;
    }

    /** 403 {@code anti_cheat_rejected}: the report of progress was refused as implausible and rolled back; repeating cannot help. The status is not stated, 403 is assumed [choice]. */
    public boolean isAntiCheatRejected() {
        return code == KratyErrorCode.ANTI_CHEAT_REJECTED;
    }

    /** 409 {@code event_disabled}: the event is configured but switched off. */
    public boolean isEventDisabled() {
        return code == KratyErrorCode.EVENT_DISABLED;
    }

    /** 409 {@code no_active_window}: the event is between two windows; try again in the next one. */
    public boolean isNoActiveWindow() {
        return code == KratyErrorCode.NO_ACTIVE_WINDOW;
    }

    /** 503 {@code no_leaderboard}: the event's leaderboard could not be found or set up; repeating may help. */
    public boolean isNoLeaderboard() {
        return code == KratyErrorCode.NO_LEADERBOARD;
    }

    /** 429 {@code max_attempts_reached}: the player has used all attempts of this window; repeating cannot help. */
    public boolean isMaxAttemptsReached() {
        return code == KratyErrorCode.MAX_ATTEMPTS_REACHED;
    }

    /** 429 {@code max_daily_attempts_reached}: the player has used all attempts of today; the count starts anew at midnight in the event's time zone. */
    public boolean isMaxDailyAttemptsReached() {
        return code == KratyErrorCode.MAX_DAILY_ATTEMPTS_REACHED;
    }

    /** 409 {@code attempt_finished}: the attempt is completed or expired. */
    public boolean isAttemptFinished() {
        return code == KratyErrorCode.ATTEMPT_FINISHED;
    }

    /** 400 {@code invalid_metric}: the event does not have a metric with this key. */
    public boolean isInvalidMetric() {
        return code == KratyErrorCode.INVALID_METRIC;
    }

    /** 403 {@code unlock_condition_failed}: the event is not visible or not unlocked for this player. */
    public boolean isUnlockConditionFailed() {
        return code == KratyErrorCode.UNLOCK_CONDITION_FAILED;
    }

    /** 500 {@code invalid_unlock_condition}: the event's unlock condition is malformed; only the studio can repair it. */
    public boolean isInvalidUnlockCondition() {
        return code == KratyErrorCode.INVALID_UNLOCK_CONDITION;
    }

    /** 403 {@code entry_requirement_failed}: the player does not own what the event asks for. */
    public boolean isEntryRequirementFailed() {
        return code == KratyErrorCode.ENTRY_REQUIREMENT_FAILED;
    }

    /** 500 {@code invalid_entry_requirement}: the event's entry requirement is malformed; only the studio can repair it. */
    public boolean isInvalidEntryRequirement() {
        return code == KratyErrorCode.INVALID_ENTRY_REQUIREMENT;
    }

    /** 402 {@code insufficient_entry_cost}: the player cannot pay the entry cost; nothing was taken. */
    public boolean isInsufficientEntryCost() {
        return code == KratyErrorCode.INSUFFICIENT_ENTRY_COST;
    }

    /** 202 {@code lobby_forming}: the lobby is still filling. Poll it until it is active, then start again. */
    public boolean isLobbyForming() {
        return code == KratyErrorCode.LOBBY_FORMING;
    }

    /** 403 {@code inventory_not_permissive}: the game does not let clients grant to their own player. */
    public boolean isInventoryNotPermissive() {
        return code == KratyErrorCode.INVENTORY_NOT_PERMISSIVE;
    }

    /** 403 {@code client_scoring_disabled}: the board takes scores from game servers only. Rumoured, known only from notes in existing clients. */
    public boolean isClientScoringDisabled() {
        return code == KratyErrorCode.CLIENT_SCORING_DISABLED;
    }

    /** 400 {@code score_not_supported}: the board ranks by progression and takes no scores. Rumoured, known only from notes in existing clients. */
    public boolean isScoreNotSupported() {
        return code == KratyErrorCode.SCORE_NOT_SUPPORTED;
    }

    /** 403 {@code player_blocked}: one of the two players has blocked the other. Rumoured, known only from notes in existing clients. */
    public boolean isPlayerBlocked() {
        return code == KratyErrorCode.PLAYER_BLOCKED;
    }

    /** 409 {@code already_friends}: the two players are friends already. Rumoured, known only from notes in existing clients. */
    public boolean isAlreadyFriends() {
        return code == KratyErrorCode.ALREADY_FRIENDS;
    }

    /** 400 {@code cannot_friend_self}: a player cannot befriend themselves. Rumoured, known only from notes in existing clients. */
    public boolean isCannotFriendSelf() {
        return code == KratyErrorCode.CANNOT_FRIEND_SELF;
    }

    /** 404 {@code friend_code_invalid}: no player has this friend code. Rumoured, known only from notes in existing clients. */
    public boolean isFriendCodeInvalid() {
        return code == KratyErrorCode.FRIEND_CODE_INVALID;
    }

    /** 403 {@code gifting_disabled}: the game has gifting switched off. Rumoured, known only from notes in existing clients. */
    public boolean isGiftingDisabled() {
        return code == KratyErrorCode.GIFTING_DISABLED;
    }

    /** 400 {@code unknown_currency}: there is no exchange rate for the currency of the purchase; do not repeat. The status is not stated, 400 is assumed [choice]. */
    public boolean isUnknownCurrency() {
        return code == KratyErrorCode.UNKNOWN_CURRENCY;
    }

    private <T> Optional<T> detailsAs(TypeAdapter<T> shape) {
        try {
            return Optional.ofNullable(shape.fromJson(Json.ANY.toJson(details)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // another shape than the one known today: details() still has it
        }
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {
        private final int status;
        private final String rawCode;
        private String message = "";
        private String request = "";
        private int attempts = 1;
        private @Nullable Object details;
        private @Nullable String requestId;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;

        private Builder(int status, String rawCode) {
            this.status = status;
            this.rawCode = rawCode;
        }

        /** The platform's own sentence. Defaults to none. */
        public Builder message(String message) {
            this.message = message;
            return this;
        }

        /** What was asked, for {@link #getMessage()}. Defaults to none. */
        public Builder request(String request) {
            this.request = request;
            return this;
        }

        /** What the platform added. Defaults to nothing. */
        public Builder details(@Nullable Object details) {
            this.details = details;
            return this;
        }

        /** The platform's id of the request. Defaults to none. */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /** How long the platform asks to wait. Defaults to no wish. */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** How many attempts were made. Defaults to 1. */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /** Why an answer could not be understood. Defaults to none. */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        /** The finished exception. */
        public KratyApiException build() {
            return new KratyApiException(this);
        }

        private String describe() {
            return status + " " + rawCode + (message.isEmpty() ? "" : ": " + message)
                    + (request.isEmpty() ? "" : " (" + request)
                    + (request.isEmpty() || attempts == 1 ? "" : ", attempt " + attempts)
                    + (request.isEmpty() || requestId == null ? "" : ", request id " + requestId)
                    + (request.isEmpty() ? "" : ")");
        }
    }
}
