package io.kraty.benchmark.idle;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Watches for the grants of many players, each of whom is asked about once an hour. */
final class Pollers {
    private Pollers() {}

    /** The address, how many, and how many seconds to look at them. */
    public static void main(String[] args) throws Exception {
        int many = Integer.parseInt(args[1]);
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .baseUrl(args[0])
                .apiKey("key")
                .secretStore(new InMemorySecretStore())
                .build())) {
            begin(kraty, 1); // or the first one would have to answer for all of the SDK
            long before = Quiet.heap();
            begin(kraty, many);
            Quiet.print(before, many, Integer.parseInt(args[2]));
        }
    }

    private static void begin(Kraty kraty, int many) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(many);
        PollPendingGrantsOptions options = PollPendingGrantsOptions.builder()
                .start(Duration.ofHours(1))
                .max(Duration.ofHours(1))
                .onBatch(grants -> asked.countDown())
                .build();
        for (int i = 0; i < many; i++) {
            kraty.with(RequestOptions.as("player-" + i).playerSecret("secret-" + i))
                    .pollPendingGrants(options);
        }
        asked.await();
    }
}
