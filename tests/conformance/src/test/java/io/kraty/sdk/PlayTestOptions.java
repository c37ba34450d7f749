package io.kraty.sdk;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;

/** Reaches the one setting that is not public: where time and chance come from. */
public final class PlayTestOptions {
    public static final String API_KEY = "kraty_sdk_test.not-a-real-key";

    private PlayTestOptions() {}

    /** For a sandbox, with a store in memory and a clock of the test's own. */
    public static KratyClientOptions.Builder on(KratySandbox sandbox, Timing timing) {
        return at(sandbox.baseUrl(), timing).apiKey(sandbox.apiKey());
    }

    /** For a server of the test, with a store in memory and a clock of its own. */
    public static KratyClientOptions.Builder at(String baseUrl, Timing timing) {
        return durable(baseUrl, timing)
                .secretStore(new InMemorySecretStore())
                .membershipStore(new InMemoryMembershipStore())
                .outboxStore(new InMemoryOutboxStore());
    }

    /** For a sandbox, with the stores that a game has which names none, and a clock of the test's own. */
    public static KratyClientOptions.Builder durableOn(KratySandbox sandbox, Timing timing) {
        return durable(sandbox.baseUrl(), timing).apiKey(sandbox.apiKey());
    }

    private static KratyClientOptions.Builder durable(String baseUrl, Timing timing) {
        return KratyClientOptions.builder()
                .apiKey(API_KEY)
                .baseUrl(baseUrl)
                .timeout(TestOptions.PATIENCE)
                .timing(timing);
    }
}
