package io.kraty.benchmark.calls;

import io.kraty.api.model.Grant;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * A hundred rewards, collected by {@code collectAll} and one after the other, on a sandbox that lets every request wait for 20 ms: as
 * long as a network would. A program of its own; prints milliseconds, and fails if both did not collect the same.
 */
final class Collecting {
    static final int GRANTS = 100;
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private static final int ROUNDS = 3;

    private Collecting() {}

    public static void main(String[] args) {
        try (KratySandbox sandbox = KratySandbox.start();
                Kraty kraty = Kraty.create(KratyClientOptions.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .httpClient(new OkHttpClient.Builder()
                                .addInterceptor(Collecting::listAll)
                                .build())
                        .secretStore(new InMemorySecretStore())
                        .membershipStore(new InMemoryMembershipStore())
                        .outboxStore(new InMemoryOutboxStore())
                        .build())) {
            String player = kraty.ensureIdentity().externalPlayerId();
            while (kraty.grants().collectAll().processed() > 0) {
                // what every new player finds
            }
            sandbox.addTrouble(Trouble.on("*").delay(ROUND_TRIP).build());
            long together = 0;
            long oneByOne = 0;
            for (int round = -1; round < ROUNDS; round++) { // the first to get warm
                long begun = give(sandbox, player);
                List<Grant> collected = kraty.grants().collectAll().claimed();
                together += round < 0 ? 0 : System.nanoTime() - begun;
                check(sandbox, player, collected);
                begun = give(sandbox, player);
                collected = oneByOne(kraty);
                oneByOne += round < 0 ? 0 : System.nanoTime() - begun;
                check(sandbox, player, collected);
            }
            System.out.println("collectAll " + together / 1e6 / ROUNDS);
            System.out.println("oneByOne " + oneByOne / 1e6 / ROUNDS);
        }
    }

    /** The sandbox lists fifty unless asked for more. What the platform does is not stated: this is one that lists them all. */
    private static Response listAll(Interceptor.Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        return chain.proceed(
                url.encodedPath().endsWith("/pending-grants")
                        ? chain.request()
                                .newBuilder()
                                .url(url.newBuilder()
                                        .setQueryParameter("limit", String.valueOf(GRANTS))
                                        .build())
                                .build()
                        : chain.request());
    }

    /** Puts rewards there, and tells the time after it. */
    private static long give(KratySandbox sandbox, String player) {
        for (int i = 0; i < GRANTS; i++) {
            sandbox.grantCurrency(player, "gold", 1);
        }
        return System.nanoTime();
    }

    private static List<Grant> oneByOne(Kraty kraty) {
        List<Grant> collected = new ArrayList<>();
        for (Grant grant : kraty.grants().listPending()) {
            collected.add(kraty.grants().claim(grant.id()));
        }
        return collected;
    }

    /** All hundred, in the order in which they were given. */
    private static void check(KratySandbox sandbox, String player, List<Grant> collected) {
        List<Grant> all = sandbox.grantsOf(player);
        List<String> given = all.subList(all.size() - GRANTS, all.size()).stream()
                .map(Grant::id)
                .toList();
        if (!collected.stream().map(Grant::id).toList().equals(given)) {
            throw new IllegalStateException("not what was given, or in another order: " + collected.size());
        }
    }
}
