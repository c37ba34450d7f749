package io.kraty.benchmark.idle;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Subscribes to many boards of fifty rows, on which nothing changes. */
final class Subscriptions {
    private Subscriptions() {}

    public static void main(String[] args) throws InterruptedException {
        Quiet.look(args, Subscriptions::begin);
    }

    private static void begin(Kraty kraty, int many) throws InterruptedException {
        CountDownLatch live = new CountDownLatch(many);
        BoardOptions options =
                BoardOptions.builder().readInterval(Duration.ZERO).build();
        for (int i = 0; i < many; i++) {
            kraty.eventLeaderboards().subscribe("board-" + i, new Waiting(live), options);
        }
        live.await();
    }

    /** Counts when the board is current for the first time. */
    private static final class Waiting implements BoardListener {
        private final CountDownLatch live;
        private boolean counted;

        private Waiting(CountDownLatch live) {
            this.live = live;
        }

        @Override
        public void onEvent(LeaderboardEvent event) {
            // there is none
        }

        @Override
        public void onState(SubscriptionState state) {
            if (state instanceof SubscriptionState.Live && !counted) {
                counted = true;
                live.countDown();
            }
        }
    }
}
