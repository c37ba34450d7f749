package io.kraty.sdk.internal.store;

import io.kraty.api.runtime.Checks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * A text under AES-GCM, bound to the name that it is kept under: a mark, then in base 64 the length of the nonce, the nonce,
 * and what is encrypted with its tag. The cipher makes the nonce, since the key store of Android takes none from outside.
 */
public final class SealedText {
    private static final String MARK = "aes-gcm-1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int LEAST_NONCE = 12;

    private SealedText() {}

    /** The same key, if it can be one for this. */
    public static SecretKey check(String argument, SecretKey key) {
        Checks.present(argument, key);
        if (!key.getAlgorithm().equals("AES")) {
            throw new IllegalArgumentException(argument + " must be an AES key, but is for " + key.getAlgorithm());
        }
        byte[] bits = key.getEncoded(); // null if they cannot be read
        if (bits != null && bits.length != 16 && bits.length != 24 && bits.length != 32) {
            throw new IllegalArgumentException(
                    argument + " must have 128, 192 or 256 bits, but has " + 8 * bits.length);
        }
        return key;
    }

    /** Whether it looks like one, whatever the key. */
    public static boolean isSealed(String text) {
        return text.startsWith(MARK);
    }

    /** Encrypts {@code text}, differently each time. */
    public static String seal(SecretKey key, String name, String text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            byte[] nonce = cipher.getIV();
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer all = ByteBuffer.allocate(1 + nonce.length + sealed.length);
            all.put((byte) nonce.length).put(nonce).put(sealed);
            return MARK + Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("what is to be kept under " + name + " cannot be encrypted: " + e, e);
        }
    }

    /** What it says; null if it was made with another key or for another name, or was changed. */
    public static @Nullable String open(SecretKey key, String name, String text) {
        try {
            if (!isSealed(text)) {
                return null;
            }
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(MARK.length())));
            int length = all.hasRemaining() ? all.get() : 0;
            if (length < LEAST_NONCE || length + TAG_BITS / 8 > all.remaining()) {
                return null;
            }
            byte[] nonce = new byte[length];
            all.get(nonce);
            byte[] sealed = new byte[all.remaining()];
            all.get(sealed);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(sealed), StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) { // the latter is not base 64
            return null;
        } catch (GeneralSecurityException
                | ProviderException e) { // the key cannot be had now, as while a device is locked
            throw new IllegalStateException("what is under " + name + " cannot be decrypted: " + e, e);
        }
    }
}
