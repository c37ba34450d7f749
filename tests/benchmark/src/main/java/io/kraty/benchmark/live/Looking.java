package io.kraty.benchmark.live;

import io.kraty.benchmark.speed.Allocation;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.store.InMemorySecretStore;
import java.util.concurrent.CountDownLatch;

/** Looks at a board on which nothing changes, as a game does every frame, and prints the bytes that each look allocates. */
final class Looking {
    private Looking() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                        .baseUrl(args[0])
                        .apiKey("key")
                        .secretStore(new InMemorySecretStore())
                        .build());
                BoardSubscription subscription =
                        kraty.eventLeaderboards().subscribe("board", board -> shown.countDown())) {
            shown.await();
            System.out.println(Allocation.of(subscription::board));
        }
    }
}
