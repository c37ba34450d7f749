package io.kraty.benchmark.live;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.benchmark.speed.PlainGson;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.store.InMemorySecretStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** Follows the stream of a board to its end, and tells a listener the rank of each update. */
interface Follower extends AutoCloseable {
    /** Until the stream is over. */
    void follow(String board, IntConsumer listener) throws InterruptedException;

    @Override
    void close();

    /** {@code sdk} or {@code okhttp}, with what {@code url} sends. */
    static Follower of(String kind, String url) {
        return kind.equals("sdk") ? new Sdk(url) : new Plain(url);
    }

    /** The SDK's stream. */
    final class Sdk implements Follower {
        private final Kraty kraty;

        private Sdk(String url) {
            this.kraty = Kraty.create(KratyClientOptions.builder()
                    .baseUrl(url)
                    .apiKey("key")
                    .secretStore(new InMemorySecretStore())
                    .build());
        }

        @Override
        public void follow(String board, IntConsumer listener) throws InterruptedException {
            CountDownLatch over = new CountDownLatch(1);
            LeaderboardStream stream = kraty.eventLeaderboards().live(board, new LeaderboardListener() {
                @Override
                public void onEvent(LeaderboardEvent event) {
                    if (event instanceof LeaderboardScoreUpdate update) {
                        listener.accept(update.rank());
                    }
                }

                @Override
                public void onEnd() {
                    over.countDown();
                }
            });
            try {
                over.await();
            } finally {
                stream.close();
            }
        }

        @Override
        public void close() {
            kraty.close();
        }
    }

    /** okhttp-sse, and a plain class read by Gson. */
    final class Plain implements Follower {
        @SuppressWarnings({"NullAway.Init", "unused"})
        private static final class Update {
            String leaderboardId;
            String participantId;
            double score;
            int rank;
        }

        private final OkHttpClient client =
                new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(45)).build();
        private final String url;

        private Plain(String url) {
            this.url = url;
        }

        @Override
        public void follow(String board, IntConsumer listener) throws InterruptedException {
            CountDownLatch over = new CountDownLatch(1);
            Request request = new Request.Builder()
                    .url(url + "/sdk/v1/event-leaderboards/" + board + "/stream")
                    .header("Authorization", "Bearer key")
                    .build();
            EventSources.createFactory((okhttp3.Call.Factory) client)
                    .newEventSource(request, new EventSourceListener() {
                        @Override
                        public void onEvent(EventSource from, @Nullable String id, @Nullable String type, String data) {
                            if ("score_update".equals(type)) {
                                listener.accept(PlainGson.GSON.fromJson(data, Update.class).rank);
                            }
                        }

                        @Override
                        public void onClosed(EventSource from) {
                            over.countDown();
                        }

                        @Override
                        public void onFailure(
                                EventSource from, @Nullable Throwable failure, @Nullable Response answer) {
                            over.countDown();
                        }
                    });
            over.await();
        }

        @Override
        public void close() {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
