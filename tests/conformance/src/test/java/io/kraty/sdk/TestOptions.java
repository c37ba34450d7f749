package io.kraty.sdk;

import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;
import java.time.Duration;

/** Options that only the SDK's own tests can set: time and chance. */
public final class TestOptions {
    public static final String API_KEY = "pk_test_7.sdkKeySecret-0123456789";
    public static final String PLAYER = "player_42";
    public static final String SECRET = "pw_4711-abcdefghij";

    /** Real time, which a busy machine may need; what is about the limit sets a shorter one. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private TestOptions() {}

    /** A client that nobody is signed in to yet, and that leaves nothing behind. */
    public static KratyClientOptions.Builder fresh(String baseUrl, Timing timing) {
        return KratyClientOptions.builder()
                .apiKey(API_KEY)
                .baseUrl(baseUrl)
                .timeout(PATIENCE)
                .secretStore(new InMemorySecretStore())
                .membershipStore(new InMemoryMembershipStore())
                .outboxStore(new InMemoryOutboxStore())
                .timing(timing);
    }

    /** A client with a player whose secret is known, so that the first call is the first request. */
    public static KratyClientOptions.Builder signedIn(String baseUrl, Timing timing) {
        return fresh(baseUrl, timing).activeExternalPlayerId(PLAYER).playerSecret(SECRET);
    }
}
