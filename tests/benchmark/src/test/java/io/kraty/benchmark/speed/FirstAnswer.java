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

/** Programs that end when they have read the events of a player, who is registered: one with the SDK, and one without. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** With the SDK. */
    static final class Sdk {
        private Sdk() {}

        public static void main(String[] args) {
            try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                    .baseUrl(args[0])
                    .apiKey(args[1])
                    .activeExternalPlayerId(args[2])
                    .playerSecret(args[3])
                    .secretStore(new InMemorySecretStore())
                    .build())) {
                System.out.println(kraty.events().listForPlayer().size());
            }
        }
    }

    /** With OkHttp and Gson alone. */
    static final class Raw {
        private Raw() {}

        public static void main(String[] args) throws Exception {
            OkHttpClient client =
                    new OkHttpClient.Builder().callTimeout(10, TimeUnit.SECONDS).build();
            Request request = new Request.Builder()
                    .url(args[0] + "/sdk/v1/players/" + args[2] + "/events")
                    .header("Authorization", "Bearer " + args[1])
                    .header("X-Player-Secret", args[3])
                    .build();
            try (Response response = client.newCall(request).execute()) {
                Plain.Envelope<List<Plain.Event>> events =
                        Readers.plainGson().fromJson(response.body().charStream(), new TypeToken<>() {});
                System.out.println(events.data.size());
            }
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
