package io.kraty.benchmark.idle;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Watches for the grants of many players, each of whom is asked about once an hour. */
final class Pollers {
    private Pollers() {}

    public static void main(String[] args) throws InterruptedException {
        Quiet.look(args, Pollers::begin);
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
