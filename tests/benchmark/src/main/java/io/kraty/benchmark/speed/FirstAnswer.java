package io.kraty.benchmark.speed;

import com.google.gson.reflect.TypeToken;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Programs that end when they have read the events of a player, who is registered: one with the SDK, and one without. They take
 * the address, the key, the player and the secret, and print how many events there are and the microseconds from {@code main}.
 */
public final class FirstAnswer {
    private FirstAnswer() {}

    private static void print(int events, long start) {
        System.out.println(events + " " + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }

    /** With the SDK. */
    public static final class Sdk {
        private Sdk() {}

        /** Does it. */
        public static void main(String[] args) {
            long start = System.nanoTime();
            try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                    .baseUrl(args[0])
                    .apiKey(args[1])
                    .activeExternalPlayerId(args[2])
                    .playerSecret(args[3])
                    .secretStore(new InMemorySecretStore())
                    .build())) {
                print(kraty.events().listForPlayer().size(), start);
            }
        }
    }

    /** With OkHttp and Gson alone. */
    public static final class Raw {
        private Raw() {}

        /** Does it. */
        public static void main(String[] args) throws Exception {
            long start = System.nanoTime();
            OkHttpClient client =
                    new OkHttpClient.Builder().callTimeout(10, TimeUnit.SECONDS).build();
            Request request = new Request.Builder()
                    .url(args[0] + "/sdk/v1/players/" + args[2] + "/events")
                    .header("Authorization", "Bearer " + args[1])
                    .header("X-Player-Secret", args[3])
                    .build();
            try (Response response = client.newCall(request).execute()) {
                Plain.Envelope<List<Plain.Event>> events =
                        PlainGson.GSON.fromJson(response.body().charStream(), new TypeToken<>() {});
                print(events.data.size(), start);
            }
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
