package io.kraty.sdk.fuzz;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.identity.ListedStore;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** What a store holds of a player, changed by somebody: the game has a player then, or hears why not. */
final class IdentityTarget implements Target {
    private static final String SECRET = "ps_fresh";

    private final OkHttpClient platform =
            new OkHttpClient.Builder().addInterceptor(IdentityTarget::answer).build();
    private final Map<String, String> right = new ConcurrentHashMap<>();

    IdentityTarget() {
        try (Kraty kraty = Kraty.create(options(new ListedStore(right)).build())) {
            kraty.ensureIdentity();
        }
        // As a registration leaves it that was begun.
        String prefix = right.keySet().stream()
                .filter(name -> name.endsWith("/active"))
                .map(name -> name.substring(0, name.length() - "active".length()))
                .findFirst()
                .orElseThrow();
        right.put(prefix + "registering", "a-key kp_0123456789abcdef0123456789abcdef");
    }

    private static Response answer(Interceptor.Chain chain) throws IOException {
        boolean registers = chain.request().url().encodedPath().endsWith("/register");
        String body = registers ? "{\"data\":{\"secret\":\"" + SECRET + "\"}}" : "{\"data\":{\"wallet\":[]}}";
        return Game.json(chain, registers ? 201 : 200, body.getBytes(StandardCharsets.UTF_8));
    }

    private KratyClientOptions.Builder options(SecretStore store) {
        return TestOptions.fresh("https://game.example", FakeTiming.flowing())
                .secretStore(store)
                .httpClient(platform)
                .retry(KratyRetryConfig.none());
    }

    @Override
    public void feed(Random random, Trace trace) {
        Map<String, String> kept = new ConcurrentHashMap<>(right);
        List<String> names = new ArrayList<>(new TreeSet<>(right.keySet()));
        StringBuilder input = new StringBuilder();
        for (String name : names) {
            int what = random.nextInt(3);
            if (what == 0) {
                kept.remove(name);
            } else if (what == 1) {
                kept.put(name, new String(Mutation.of(List.copyOf(right.values()), random), StandardCharsets.UTF_8));
            }
            input.append(name).append('=').append(kept.get(name)).append('\n');
        }
        trace.input("store", input.toString().getBytes(StandardCharsets.UTF_8));
        try (Kraty kraty = Kraty.create(options(new ListedStore(kept)).build())) {
            PlayerCredentials player = kraty.ensureIdentity();
            kraty.wallet().list();
            // The next launch resumes the same one.
            try (Kraty next = Kraty.create(options(new ListedStore(kept)).build())) {
                if (!player.equals(next.ensureIdentity())) {
                    throw new AssertionError(player + " became " + next.ensureIdentity());
                }
            }
        } catch (KratyException e) { // as declared
            Game.assertNoMistakeBehind(e);
        }
    }

    @Override
    public void check() {
        try (Kraty kraty = Kraty.create(options(new InMemorySecretStore()).build())) {
            if (!SECRET.equals(kraty.ensureIdentity().secret())) {
                throw new AssertionError();
            }
        }
    }
}
