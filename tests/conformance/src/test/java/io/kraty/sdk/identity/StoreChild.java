package io.kraty.sdk.identity;

import io.kraty.sdk.store.FileSecretStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that uses the same file. Begins when it is told to, so that two really meet. */
public final class StoreChild {
    static final int WRITES = 100;

    private StoreChild() {}

    public static void main(String[] arguments) throws IOException {
        FileSecretStore store = new FileSecretStore(Path.of(arguments[0]));
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        for (int i = 0; i < WRITES; i++) {
            store.write(arguments[1] + i, "value");
            System.out.println(store.writeIfAbsent("shared" + i, arguments[1]));
        }
    }
}
