package io.kraty.sdk.internal.answer;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import io.kraty.api.EventsApi;
import io.kraty.api.GrantsApi;
import io.kraty.api.LeaderboardsApi;
import io.kraty.api.PurchasesApi;
import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.Grant;
import io.kraty.api.model.LeaderboardScoreResult;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.ProgressRequest;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.api.runtime.ApiRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of the operations that the outbox has methods for are read, long after whoever asked has gone. Only the
 * description of an answer is of interest in these requests; they are never sent.
 */
public final class KnownAnswers {
    private static final String ANY = "any";
    private static final int SUCCESS = 200;

    /** As {@code reportProgress}. */
    public static final ApiRequest<ProgressResponse> PROGRESS = EventsApi.reportProgress(
            ANY, ANY, ANY, ProgressRequest.builder().mode(ProgressMode.SET).build());

    /** As {@code finishAttempt}. */
    public static final ApiRequest<FinishAttemptResponse> FINISH = EventsApi.finishAttempt(ANY, ANY, ANY);

    /** As {@code submitScore}. */
    public static final ApiRequest<LeaderboardScoreResult> SCORE = LeaderboardsApi.submitScore(
            ANY, ANY, SubmitScoreRequest.builder().value(0.0).build());

    /** As {@code claimGrant}. */
    public static final ApiRequest<Grant> CLAIM = GrantsApi.claimGrant(ANY, ANY);

    /** As {@code openCrate}. */
    public static final ApiRequest<OpenCrateResponse> OPEN = GrantsApi.openCrate(ANY, ANY);

    /** As {@code trackPurchase}. */
    public static final ApiRequest<TrackPurchaseResult> PURCHASE = PurchasesApi.trackPurchase(
            ANY,
            TrackPurchaseRequest.builder()
                    .transactionId(ANY)
                    .store(PurchaseStore.OTHER)
                    .productId(ANY)
                    .productType(PurchaseProductType.CONSUMABLE)
                    .amountMinor(0L)
                    .currency("EUR")
                    .build());

    private static final Map<String, ApiRequest<?>> BY_OPERATION =
            List.<ApiRequest<?>>of(PROGRESS, FINISH, SCORE, CLAIM, OPEN, PURCHASE).stream()
                    .collect(Collectors.toMap(ApiRequest::operationId, Function.identity()));

    private KnownAnswers() {}

    /** The request that reads what {@code operation} answers; null if there is none. */
    public static @Nullable ApiRequest<?> of(String operation) {
        return BY_OPERATION.get(operation);
    }

    /**
     * Reads a whole document.
     *
     * @throws JsonParseException and the like if it does not fit
     */
    public static <T> @Nullable T read(String document, ApiRequest<T> like) throws IOException {
        Object answer = like.read(SUCCESS, new JsonReader(new StringReader(document)));
        return answer == null ? null : like.resultOf(SUCCESS, answer);
    }

    /**
     * Reads what was kept of an answer.
     *
     * @throws IllegalStateException if nothing was kept, or it is the answer to something else
     */
    public static <T> T read(String operation, @Nullable String document, ApiRequest<T> like) {
        if (!operation.equals(like.operationId())) {
            throw new IllegalStateException("the answer to " + operation + " is not one to " + like.operationId());
        }
        if (document == null) {
            throw new IllegalStateException("the answer to " + operation + " was too long to be kept");
        }
        try {
            T answer = read(document, like);
            if (answer != null) {
                return answer;
            }
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new IllegalStateException("the answer to " + operation + " cannot be read", e);
        }
        throw new IllegalStateException("the answer to " + operation + " is empty");
    }
}
