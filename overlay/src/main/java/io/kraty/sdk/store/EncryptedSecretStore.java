package io.kraty.sdk.store;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.store.SealedText;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what another store keeps, with AES-GCM under a key of the game's: from the platform's key store (Android
 * {@code KeyStore}, a macOS keychain, DPAPI), where whoever copies the files cannot get it. A key that lies beside the
 * file protects nothing.
 *
 * <pre>{@code
 * SecretStore store = EncryptedSecretStore.builder(new FileSecretStore(file), key).build();
 * }</pre>
 *
 * <p>A text that was changed, was written with another key, or was moved here from another name is refused: reading it
 * throws, and nobody is registered in the player's place. The names are not encrypted; the ids of players are among them.
 * As thread-safe as the store behind it, and its methods may block for as long as that does.
 *
 * @since 0.1.0
 */
public final class EncryptedSecretStore implements SecretStore {
    private static final Log LOG = Log.of("store");

    private final SecretStore store;
    private final SecretKey key;
    private final List<SecretKey> formerKeys;
    private final boolean adoptsClearText;

    private EncryptedSecretStore(Builder builder) {
        store = builder.store;
        key = builder.key;
        formerKeys = List.copyOf(builder.formerKeys);
        adoptsClearText = builder.adoptsClearText;
    }

    /**
     * Starts one.
     *
     * @param store where the encrypted texts go
     * @param key an AES key of 128, 192 or 256 bits; it need not be one whose bits can be read
     */
    public static Builder builder(SecretStore store, SecretKey key) {
        return new Builder(store, key);
    }

    /**
     * {@inheritDoc} What was encrypted with a former key, or not at all where that is allowed, is encrypted with the
     * present one by the way; if that fails, as on a full disk, the next read tries again.
     *
     * @throws IllegalStateException if it cannot be decrypted
     */
    @Override
    public @Nullable String read(String name) {
        String kept = store.read(name);
        return kept == null ? null : open(name, kept);
    }

    @Override
    public void write(String name, String value) {
        store.write(name, SealedText.seal(key, name, value));
    }

    @Override
    public void remove(String name) {
        store.remove(name);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if something is there and cannot be decrypted
     */
    @Override
    public String writeIfAbsent(String name, String value) {
        String sealed = SealedText.seal(key, name, value);
        String kept = store.writeIfAbsent(name, sealed);
        return kept.equals(sealed) ? value : open(name, kept);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if something is there and cannot be decrypted
     */
    @Override
    public boolean replace(String name, String expected, String value) {
        Checks.present("expected", expected);
        Checks.present("value", value);
        String kept = store.read(name);
        return kept != null
                && expected.equals(decrypted(name, kept))
                && store.replace(name, kept, SealedText.seal(key, name, value));
    }

    private String open(String name, String kept) {
        String value = SealedText.open(key, name, kept);
        if (value == null) {
            value = decrypted(name, kept);
            encryptAnew(name, kept, value);
        }
        return value;
    }

    /** What can be read must not be lost to the game because nothing can be written. */
    private void encryptAnew(String name, String kept, String value) {
        try {
            store.replace(name, kept, SealedText.seal(key, name, value));
        } catch (Exception e) { // also a checked one, which other languages do not check
            LOG.get()
                    .log(
                            Level.WARNING,
                            "what is under " + name + " cannot be encrypted anew; its former key is still needed",
                            e);
        }
    }

    private String decrypted(String name, String kept) {
        if (!SealedText.isSealed(kept)) {
            if (adoptsClearText) {
                return kept;
            }
            throw new IllegalStateException("what is under " + name + " is not encrypted");
        }
        String value = SealedText.open(key, name, kept);
        for (int i = 0; value == null && i < formerKeys.size(); i++) {
            value = SealedText.open(formerKeys.get(i), name, kept);
        }
        if (value == null) {
            throw new IllegalStateException("what is under " + name
                    + " was changed, or was encrypted with a key that this store does not have");
        }
        return value;
    }

    /** The store behind it, not the key. */
    @Override
    public String toString() {
        return "EncryptedSecretStore[" + store + "]";
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {
        private final SecretStore store;
        private final SecretKey key;
        private final List<SecretKey> formerKeys = new ArrayList<>();
        private boolean adoptsClearText;

        private Builder(SecretStore store, SecretKey key) {
            this.store = Checks.present("store", store);
            this.key = SealedText.check("key", key);
        }

        /**
         * A key that texts may still be encrypted with: they are read, and encrypted anew. It can go when every player's
         * device has read its texts since; who stays away longer loses the account, so keep it for long.
         */
        public Builder formerKey(SecretKey formerKey) {
            formerKeys.add(SealedText.check("formerKey", formerKey));
            return this;
        }

        /**
         * Whether texts that are not encrypted are taken, and encrypted then: for a game that kept them in the clear before.
         * Whoever can write to the store could then put a player of theirs there. Defaults to no.
         */
        public Builder adoptsClearText(boolean adoptsClearText) {
            this.adoptsClearText = adoptsClearText;
            return this;
        }

        /** The finished store. Touches neither the store behind it nor the key. */
        public EncryptedSecretStore build() {
            return new EncryptedSecretStore(this);
        }
    }
}
