package io.kraty.sdk.error;

import com.google.gson.TypeAdapter;
import io.kraty.api.model.ErrorPredicates;
import io.kraty.api.model.InsufficientEntryCostDetails;
import io.kraty.api.model.KratyErrorCode;
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
 *         shop.show();
 *     } else {
 *         throw e;
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class KratyApiException extends KratyException implements ErrorPredicates {
    private static final long serialVersionUID = 1L;

    private static final int REFUSALS = 400;
    private static final int SERVER_ERRORS = 500;

    private final int status;
    private final KratyErrorCode code;
    private final String rawCode;
    private final String serverMessage;
    private final transient @Nullable Object details;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final int attempts;

    private KratyApiException(Builder builder) {
        super(builder.describe(), builder.cause, builder.outcome(), builder.idempotencyKey);
        this.status = builder.status;
        this.code = KratyErrorCode.of(builder.rawCode);
        this.rawCode = builder.rawCode;
        this.serverMessage = builder.message;
        this.details = builder.details;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.attempts = builder.attempts;
    }

    private KratyApiException(KratyApiException other) {
        super(other);
        this.status = other.status;
        this.code = other.code;
        this.rawCode = other.rawCode;
        this.serverMessage = other.serverMessage;
        this.details = other.details;
        this.requestId = other.requestId;
        this.retryAfter = other.retryAfter;
        this.attempts = other.attempts;
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

    /** The same, {@linkplain #retryBudgetSpent() not repeated} for want of budget. For the SDK, and for tests of a game. */
    public KratyApiException withRetryBudgetSpent() {
        return new KratyApiException(this);
    }

    /** The HTTP status; 2xx if the platform accepted the call but could not complete it yet. */
    public int status() {
        return status;
    }

    /** Why, as a constant; {@link KratyErrorCode#UNRECOGNIZED} if this version does not know the code. */
    @Override
    public KratyErrorCode code() {
        return code;
    }

    /** Why, as the platform spells it. */
    public String rawCode() {
        return rawCode;
    }

    /** The platform's own sentence, fit to be shown, cut after 4,000 characters; {@link #getMessage()} adds what a log needs. */
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

    /** The lobby to wait for, with {@link #isLobbyForming()}; empty if the platform did not name it. */
    public Optional<String> lobbyId() {
        return detailsAs(LobbyFormingDetails.Adapter.INSTANCE).map(LobbyFormingDetails::lobbyId);
    }

    /** What the player lacks, with {@link #isInsufficientEntryCost()}; empty if the platform did not say. */
    public Optional<InsufficientEntryCostDetails> missingEntryCost() {
        return detailsAs(InsufficientEntryCostDetails.Adapter.INSTANCE);
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
        private @Nullable Outcome outcome;
        private @Nullable String idempotencyKey;

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

        /** Whether it may have happened all the same. Defaults to refused for a status of 4xx, else unknown. */
        public Builder outcome(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /** The key that the write carried. Defaults to none. */
        public Builder idempotencyKey(@Nullable String idempotencyKey) {
            this.idempotencyKey = idempotencyKey;
            return this;
        }

        private Outcome outcome() {
            if (outcome != null) {
                return outcome;
            }
            return status >= REFUSALS && status < SERVER_ERRORS ? Outcome.REFUSED : Outcome.UNKNOWN;
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
