package io.kraty.sdk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedSecretStoreTest {
    private final InMemorySecretStore inner = new InMemorySecretStore();
    private final SecretStore store =
            EncryptedSecretStore.builder(inner, key(1)).build();

    private static SecretKey key(int seed) {
        byte[] bits = new byte[32];
        new Random(seed).nextBytes(bits);
        return new SecretKeySpec(bits, "AES");
    }

    private String kept(String name) {
        return Objects.requireNonNull(inner.read(name));
    }

    @Test
    void whatIsWritten_isReadAgain_andNotToBeSeenBehind() {
        store.write("name", "the secret Ж");
        assertEquals("the secret Ж", store.read("name"));
        assertFalse(kept("name").contains("secret"));
        assertNull(store.read("other"));
        store.remove("name");
        assertNull(store.read("name"));
    }

    @Test
    void sameTextTwice_looksDifferent() {
        store.write("name", "text");
        String first = kept("name");
        store.write("name", "text");
        assertNotEquals(first, kept("name"));
    }

    @Test
    void writeIfAbsent_tellsWhatIsThere() {
        assertEquals("one", store.writeIfAbsent("name", "one"));
        assertEquals("one", store.writeIfAbsent("name", "two"));
        assertEquals("one", store.read("name"));
    }

    @Test
    void replace_needsWhatIsExpected() {
        assertFalse(store.replace("name", "one", "two"));
        store.write("name", "one");
        assertFalse(store.replace("name", "two", "three"));
        assertTrue(store.replace("name", "one", "two"));
        assertEquals("two", store.read("name"));
    }

    @Test
    void anyBitThatIsChanged_isNoticed() {
        store.write("name", "text");
        String whole = kept("name");
        for (int i = 0; i < whole.length(); i++) {
            char other = whole.charAt(i) == 'A' ? 'Q' : 'A'; // differ in a bit that padding does not swallow
            inner.write("name", whole.substring(0, i) + other + whole.substring(i + 1));
            assertThrows(IllegalStateException.class, () -> store.read("name"), "at " + i);
            inner.write("name", whole.substring(0, i));
            assertThrows(IllegalStateException.class, () -> store.read("name"), "cut at " + i);
        }
    }

    @Test
    void textOfAnotherName_isNoticed() {
        store.write("secret/ann", "hers");
        inner.write("secret/bob", kept("secret/ann"));
        assertThrows(IllegalStateException.class, () -> store.read("secret/bob"));
    }

    @Test
    void newKey_readsWithTheFormerOneOnce_andEncryptsAnew() {
        store.write("name", "text");
        SecretStore rotated =
                EncryptedSecretStore.builder(inner, key(2)).formerKey(key(1)).build();
        assertEquals("text", rotated.read("name"));
        assertEquals("text", EncryptedSecretStore.builder(inner, key(2)).build().read("name"));
        assertThrows(IllegalStateException.class, () -> store.read("name"));
    }

    @Test
    void newKey_onAFullDisk_readsAllTheSame_andEncryptsWhenItCan() {
        store.write("name", "text");
        inner.write("clear", "in the clear");
        EncryptedSecretStore.Builder onAFullDisk = EncryptedSecretStore.builder(new FullStore(inner), key(2));
        SecretStore full = onAFullDisk.formerKey(key(1)).adoptsClearText(true).build();
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            assertEquals("text", full.read("name"));
            assertEquals("in the clear", full.read("clear"));
            assertEquals(2, warnings.texts().size(), warnings.texts()::toString);
        }
        assertEquals("text", store.read("name"), "it is as it was");

        SecretStore later =
                EncryptedSecretStore.builder(inner, key(2)).formerKey(key(1)).build();
        assertEquals("text", later.read("name"));
        assertEquals("text", EncryptedSecretStore.builder(inner, key(2)).build().read("name"));
    }

    @Test
    void newKey_onAFullDisk_resumesThePlayer() {
        try (KratySandbox sandbox = KratySandbox.start()) {
            KratyClientOptions.Builder options =
                    KratyClientOptions.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl());
            String player;
            try (Kraty first = Kraty.create(options.secretStore(store).build())) {
                player = first.ensureIdentity().externalPlayerId();
            }
            options.secretStore(EncryptedSecretStore.builder(new FullStore(inner), key(2))
                    .formerKey(key(1))
                    .build());
            try (Kraty next = Kraty.create(options.build())) {
                assertEquals(player, next.ensureIdentity().externalPlayerId());
                next.inventory().list();
            }
        }
    }

    @Test
    void clearText_isTakenOnlyIfTheGameSaysSo() {
        inner.write("name", "in the clear");
        assertThrows(IllegalStateException.class, () -> store.read("name"));
        SecretStore adopting = EncryptedSecretStore.builder(inner, key(1))
                .adoptsClearText(true)
                .build();
        assertEquals("in the clear", adopting.read("name"));
        assertEquals("in the clear", store.read("name"));
    }

    @Test
    void keyThatCannotBeOne_isRefused() {
        SecretKey other = new SecretKeySpec(new byte[16], "DES");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> EncryptedSecretStore.builder(inner, other));
        assertTrue(refusal.getMessage().startsWith("key must be an AES key"), refusal.getMessage());
        SecretKey small = new SecretKeySpec(new byte[5], "AES");
        assertThrows(
                IllegalArgumentException.class,
                () -> EncryptedSecretStore.builder(inner, key(1)).formerKey(small));
        assertFalse(store.toString().contains("SecretKeySpec"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void game_keepsItsPlayer_orSaysWhyNot_andNeverMakesAnother(int seed, @TempDir Path files) throws Exception {
        Path file = files.resolve("player.json");
        try (KratySandbox sandbox = KratySandbox.start()) {
            KratyClientOptions.Builder options =
                    KratyClientOptions.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl());
            SecretStore first = EncryptedSecretStore.builder(new FileSecretStore(file), key(1))
                    .build();
            String player;
            try (Kraty kraty = Kraty.create(options.secretStore(first).build())) {
                player = kraty.ensureIdentity().externalPlayerId();
                assertFalse(
                        Files.readString(file).contains(kraty.ensureIdentity().secret()));
            }
            SecretStore next = EncryptedSecretStore.builder(new FileSecretStore(file), key(seed))
                    .build();
            try (Kraty kraty = Kraty.create(options.secretStore(next).build())) {
                if (seed == 1) {
                    assertEquals(player, kraty.ensureIdentity().externalPlayerId());
                } else {
                    assertThrows(KratySecretStoreException.class, kraty::ensureIdentity);
                }
            }
            assertEquals(1, sandbox.players().size());
        }
    }
}
