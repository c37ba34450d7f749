package io.kraty.sdk.fuzz;

import io.kraty.sdk.store.EncryptedSecretStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.SecretStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;

/** What is kept encrypted: it is read as what it was, or refused. */
final class SealedTarget implements Target {
    private static final String TEXT = "the secret of a player";

    private final InMemorySecretStore inner = new InMemorySecretStore();
    private final SecretStore store = EncryptedSecretStore.builder(inner, new SecretKeySpec(new byte[32], "AES"))
            .build();
    private final List<String> corpus;

    SealedTarget() {
        store.write("name", TEXT);
        store.write("other", TEXT);
        corpus = List.of(inner.read("name"), inner.read("other"));
    }

    @Override
    public void feed(Random random, Trace trace) {
        byte[] bytes = Mutation.of(corpus, random);
        trace.input("sealed", bytes);
        String sealed = new String(bytes, StandardCharsets.UTF_8);
        inner.write("name", sealed);
        try {
            String read = store.read("name");
            // Base64 knows several spellings of the same bytes.
            if (read != null && !read.equals(TEXT)) {
                throw new AssertionError("reads " + read);
            }
        } catch (IllegalStateException e) {
            // as declared
        }
    }

    @Override
    public void check() {
        inner.write("name", corpus.get(0));
        if (!TEXT.equals(store.read("name"))) {
            throw new AssertionError();
        }
    }
}
