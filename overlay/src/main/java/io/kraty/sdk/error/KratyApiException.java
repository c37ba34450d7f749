package io.kraty.sdk.error;

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

    /** Whether it is {@link KratyErrorCode#UNAUTHENTICATED}. */
    public boolean isUnauthenticated() {
        return code == KratyErrorCode.UNAUTHENTICATED;
    }

    /** Whether it is {@link KratyErrorCode#SESSION_INVALID}. */
    public boolean isSessionInvalid() {
        return code == KratyErrorCode.SESSION_INVALID;
    }

    /** Whether it is {@link KratyErrorCode#FORBIDDEN}. */
    public boolean isForbidden() {
        return code == KratyErrorCode.FORBIDDEN;
    }

    /** Whether it is {@link KratyErrorCode#NOT_FOUND}. */
    public boolean isNotFound() {
        return code == KratyErrorCode.NOT_FOUND;
    }

    /** Whether it is {@link KratyErrorCode#VALIDATION_FAILED}. */
    public boolean isValidationFailed() {
        return code == KratyErrorCode.VALIDATION_FAILED;
    }

    /** Whether it is {@link KratyErrorCode#CONFLICT}. */
    public boolean isConflict() {
        return code == KratyErrorCode.CONFLICT;
    }

    /** Whether it is {@link KratyErrorCode#RATE_LIMITED}. */
    public boolean isRateLimited() {
        return code == KratyErrorCode.RATE_LIMITED;
    }

    /** Whether it is {@link KratyErrorCode#INTERNAL_ERROR}. */
    public boolean isInternalError() {
        return code == KratyErrorCode.INTERNAL_ERROR;
    }

    /** Whether it is {@link KratyErrorCode#TENANT_MISMATCH}. */
    public boolean isTenantMismatch() {
        return code == KratyErrorCode.TENANT_MISMATCH;
    }

    /** Whether it is {@link KratyErrorCode#IDEMPOTENCY_CONFLICT}. */
    public boolean isIdempotencyConflict() {
        return code == KratyErrorCode.IDEMPOTENCY_CONFLICT;
    }

    /** Whether it is {@link KratyErrorCode#PLAYER_SECRET_INVALID}. */
    public boolean isPlayerSecretInvalid() {
        return code == KratyErrorCode.PLAYER_SECRET_INVALID;
    }

    /** Whether it is {@link KratyErrorCode#PLAYER_ALREADY_REGISTERED}. */
    public boolean isPlayerAlreadyRegistered() {
        return code == KratyErrorCode.PLAYER_ALREADY_REGISTERED;
    }

    /** Whether it is {@link KratyErrorCode#PLAYER_BANNED}. */
    public boolean isPlayerBanned() {
        return code == KratyErrorCode.PLAYER_BANNED;
    }

    /** Whether it is {@link KratyErrorCode#ANTI_CHEAT_REJECTED}. */
    public boolean isAntiCheatRejected() {
        return code == KratyErrorCode.ANTI_CHEAT_REJECTED;
    }

    /** Whether it is {@link KratyErrorCode#EVENT_DISABLED}. */
    public boolean isEventDisabled() {
        return code == KratyErrorCode.EVENT_DISABLED;
    }

    /** Whether it is {@link KratyErrorCode#NO_ACTIVE_WINDOW}. */
    public boolean isNoActiveWindow() {
        return code == KratyErrorCode.NO_ACTIVE_WINDOW;
    }

    /** Whether it is {@link KratyErrorCode#NO_LEADERBOARD}. */
    public boolean isNoLeaderboard() {
        return code == KratyErrorCode.NO_LEADERBOARD;
    }

    /** Whether it is {@link KratyErrorCode#MAX_ATTEMPTS_REACHED}. */
    public boolean isMaxAttemptsReached() {
        return code == KratyErrorCode.MAX_ATTEMPTS_REACHED;
    }

    /** Whether it is {@link KratyErrorCode#MAX_DAILY_ATTEMPTS_REACHED}. */
    public boolean isMaxDailyAttemptsReached() {
        return code == KratyErrorCode.MAX_DAILY_ATTEMPTS_REACHED;
    }

    /** Whether it is {@link KratyErrorCode#ATTEMPT_FINISHED}. */
    public boolean isAttemptFinished() {
        return code == KratyErrorCode.ATTEMPT_FINISHED;
    }

    /** Whether it is {@link KratyErrorCode#INVALID_METRIC}. */
    public boolean isInvalidMetric() {
        return code == KratyErrorCode.INVALID_METRIC;
    }

    /** Whether it is {@link KratyErrorCode#UNLOCK_CONDITION_FAILED}. */
    public boolean isUnlockConditionFailed() {
        return code == KratyErrorCode.UNLOCK_CONDITION_FAILED;
    }

    /** Whether it is {@link KratyErrorCode#INVALID_UNLOCK_CONDITION}. */
    public boolean isInvalidUnlockCondition() {
        return code == KratyErrorCode.INVALID_UNLOCK_CONDITION;
    }

    /** Whether it is {@link KratyErrorCode#ENTRY_REQUIREMENT_FAILED}. */
    public boolean isEntryRequirementFailed() {
        return code == KratyErrorCode.ENTRY_REQUIREMENT_FAILED;
    }

    /** Whether it is {@link KratyErrorCode#INVALID_ENTRY_REQUIREMENT}. */
    public boolean isInvalidEntryRequirement() {
        return code == KratyErrorCode.INVALID_ENTRY_REQUIREMENT;
    }

    /** Whether it is {@link KratyErrorCode#INSUFFICIENT_ENTRY_COST}. */
    public boolean isInsufficientEntryCost() {
        return code == KratyErrorCode.INSUFFICIENT_ENTRY_COST;
    }

    /** Whether it is {@link KratyErrorCode#LOBBY_FORMING}. */
    public boolean isLobbyForming() {
        return code == KratyErrorCode.LOBBY_FORMING;
    }

    /** Whether it is {@link KratyErrorCode#INVENTORY_NOT_PERMISSIVE}. */
    public boolean isInventoryNotPermissive() {
        return code == KratyErrorCode.INVENTORY_NOT_PERMISSIVE;
    }

    /** Whether it is {@link KratyErrorCode#CLIENT_SCORING_DISABLED}. */
    public boolean isClientScoringDisabled() {
        return code == KratyErrorCode.CLIENT_SCORING_DISABLED;
    }

    /** Whether it is {@link KratyErrorCode#SCORE_NOT_SUPPORTED}. */
    public boolean isScoreNotSupported() {
        return code == KratyErrorCode.SCORE_NOT_SUPPORTED;
    }

    /** Whether it is {@link KratyErrorCode#PLAYER_BLOCKED}. */
    public boolean isPlayerBlocked() {
        return code == KratyErrorCode.PLAYER_BLOCKED;
    }

    /** Whether it is {@link KratyErrorCode#ALREADY_FRIENDS}. */
    public boolean isAlreadyFriends() {
        return code == KratyErrorCode.ALREADY_FRIENDS;
    }

    /** Whether it is {@link KratyErrorCode#CANNOT_FRIEND_SELF}. */
    public boolean isCannotFriendSelf() {
        return code == KratyErrorCode.CANNOT_FRIEND_SELF;
    }

    /** Whether it is {@link KratyErrorCode#FRIEND_CODE_INVALID}. */
    public boolean isFriendCodeInvalid() {
        return code == KratyErrorCode.FRIEND_CODE_INVALID;
    }

    /** Whether it is {@link KratyErrorCode#GIFTING_DISABLED}. */
    public boolean isGiftingDisabled() {
        return code == KratyErrorCode.GIFTING_DISABLED;
    }

    /** Whether it is {@link KratyErrorCode#UNKNOWN_CURRENCY}. */
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
