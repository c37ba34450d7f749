package io.kraty.sdk.identity;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.SecretStore;
import java.nio.file.Path;
import java.time.Duration;

/** A game that is killed after the platform registered the player and before the secret is on disk. */
public final class CrashingChild {
    static final int KILLED = 77;

    private CrashingChild() {}

    public static void main(String[] arguments) {
        SecretStore file = new FileSecretStore(Path.of(arguments[2]));
        Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey(arguments[0])
                .baseUrl(arguments[1])
                .timeout(Duration.ofSeconds(40))
                .secretStore(new KilledStore(file))
                .build());
        kraty.ensureIdentity();
    }

    private record KilledStore(SecretStore file) implements SecretStore {
        @Override
        public String read(String name) {
            return file.read(name);
        }

        @Override
        public void write(String name, String value) {
            if (name.contains("/secret/")) {
                Runtime.getRuntime().halt(KILLED);
            }
            file.write(name, value);
        }

        @Override
        public void remove(String name) {
            file.remove(name);
        }

        @Override
        public String writeIfAbsent(String name, String value) {
            return file.writeIfAbsent(name, value);
        }
    }
}
