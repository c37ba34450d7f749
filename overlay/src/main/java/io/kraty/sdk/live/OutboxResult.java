package io.kraty.sdk.live;

import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.Grant;
import io.kraty.api.model.LeaderboardScoreResult;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.answer.KnownAnswers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a write in the outbox: one of four.
 *
 * @since 0.1.0
 */
public sealed interface OutboxResult {
    /** The write, as it was before it was over: its state says how it waited, not how it ended. */
    OutboxEntry entry();

    /**
     * It happened, once.
     *
     * @param entry the write
     * @param answer what the platform answered, as JSON text; null if it was too long to be kept
     */
    record Done(OutboxEntry entry, @Nullable String answer) implements OutboxResult {
        /**
         * The answer, read as {@code like} reads its own.
         *
         * @param like a request for the same operation; what it asks for does not matter
         * @throws IllegalStateException if the answer was not kept, or is not of that kind
         */
        public <T> T as(ApiRequest<T> like) {
            return KnownAnswers.read(entry.operation(), answer, like);
        }

        /** What {@code progress} led to; throws as {@link #as} does if it was something else. */
        public ProgressResponse progress() {
            return as(KnownAnswers.PROGRESS);
        }

        /** What {@code finish} led to; throws as {@link #as} does if it was something else. */
        public FinishAttemptResponse finished() {
            return as(KnownAnswers.FINISH);
        }

        /** What {@code submitScore} led to; throws as {@link #as} does if it was something else. */
        public LeaderboardScoreResult score() {
            return as(KnownAnswers.SCORE);
        }

        /** What {@code claim} led to; throws as {@link #as} does if it was something else. */
        public Grant claimed() {
            return as(KnownAnswers.CLAIM);
        }

        /** What {@code open} led to; throws as {@link #as} does if it was something else. */
        public OpenCrateResponse opened() {
            return as(KnownAnswers.OPEN);
        }

        /** What {@code trackPurchase} led to; throws as {@link #as} does if it was something else. */
        public TrackPurchaseResult purchase() {
            return as(KnownAnswers.PURCHASE);
        }
    }

    /**
     * The platform refused it in a way that does not pass. It did not happen.
     *
     * @param entry the write
     * @param error why
     */
    record Refused(OutboxEntry entry, KratyApiException error) implements OutboxResult {}

    /**
     * It was sent, and nobody can tell any more whether it happened: the platform remembers a key for 24 hours, and sending it
     * again after that could make it happen twice. Read how things stand, and decide.
     *
     * @param entry the write
     * @param reason why, for a log
     */
    record Unknown(OutboxEntry entry, String reason) implements OutboxResult {}

    /**
     * It waited for longer than {@code outboxMaxAge}, and the platform has not taken it. It did not happen.
     *
     * @param entry the write
     * @param expiredAt when it was given up
     */
    record Expired(OutboxEntry entry, Instant expiredAt) implements OutboxResult {}
}
