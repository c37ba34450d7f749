package io.kraty.sdk.internal.engine;

import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.outbox.Limits;
import io.kraty.sdk.internal.transport.BaseUrl;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.store.MembershipStore;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the game set, checked and complete; the options of the public API say what each means.
 *
 * @param player the id the game named; null for none
 * @param playerSecret that player's secret; null for none
 * @param outboxLimits how much the outbox holds, and for how long
 * @param environment what keeps the players of one game and environment apart from all others in a store
 * @param warmUp whether the first instance of a process loads what it will need beside whoever makes it
 * @param timing where time and chance come from
 */
public record Settings(
        String apiKey,
        BaseUrl baseUrl,
        @Nullable String player,
        @Nullable String playerSecret,
        Duration timeout,
        @Nullable Duration totalTimeout,
        Duration streamIdleTimeout,
        long maxAnswerBytes,
        KratyRetryConfig retry,
        @Nullable Consumer<RequestInfo> onRequest,
        SecretStore store,
        MembershipStore memberships,
        OutboxStore outbox,
        Limits outboxLimits,
        String environment,
        @Nullable OkHttpClient httpClient,
        Supplier<String> idempotencyKeys,
        @Nullable Executor callbackExecutor,
        @Nullable Executor asyncExecutor,
        boolean warmUp,
        Timing timing) {
    /** The same for another player, who is kept in another store. */
    public Settings with(String otherPlayer, SecretStore otherStore) {
        return new Settings(
                apiKey,
                baseUrl,
                otherPlayer,
                null,
                timeout,
                totalTimeout,
                streamIdleTimeout,
                maxAnswerBytes,
                retry,
                onRequest,
                otherStore,
                memberships,
                outbox,
                outboxLimits,
                environment,
                httpClient,
                idempotencyKeys,
                callbackExecutor,
                asyncExecutor,
                warmUp,
                timing);
    }

    /** Where it goes, without the key and the secret. */
    @Override
    public String toString() {
        return "baseUrl=" + baseUrl + ", activeExternalPlayerId=" + player;
    }
}
