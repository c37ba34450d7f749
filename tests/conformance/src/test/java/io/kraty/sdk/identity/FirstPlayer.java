package io.kraty.sdk.identity;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.FileSecretStore;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** What one of several copies of the SDK does at its first launch: finds out who plays. */
public final class FirstPlayer implements BiFunction<String[], Path, String> {
    /** Given API key and address, and the file. */
    @Override
    public String apply(String[] platform, Path file) {
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey(platform[0])
                .baseUrl(platform[1])
                .secretStore(new FileSecretStore(file))
                .build())) {
            kraty.inventory().list(); // with a secret that works
            return kraty.activeExternalPlayerId().orElseThrow();
        }
    }
}
