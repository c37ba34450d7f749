package io.kraty.staging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Iterator;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Signs files with a key, and verifies what was signed with it. Not by gpg, which a machine may not have. */
final class Signer {
    private final PGPSecretKey secret;
    private final PGPPrivateKey key;
    private final String name;
    private final byte[] publicKeys;

    private Signer(PGPSecretKey secret, PGPPrivateKey key, String name, byte[] publicKeys) {
        this.secret = secret;
        this.key = key;
        this.name = name;
        this.publicKeys = publicKeys;
    }

    /** A key that nobody has but this program, and nobody after it. */
    static Signer throwAway() throws IOException, PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 3072, 100));
        BcPGPKeyPair pair = new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), new Date());
        PGPSecretKey secret = new PGPSecretKey(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "Throw-away key of a trial",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA512),
                null);
        return new Signer(
                secret, pair.getPrivateKey(), "a throw-away key", secret.getPublicKey().getEncoded());
    }

    /**
     * The signing key in what {@code gpg --armor --export-secret-keys}, or {@code --export-secret-subkeys}, printed: a subkey for it
     * rather than the primary key, as gpg does.
     */
    static Signer of(String armored, String passphrase) throws IOException, PGPException {
        PGPSecretKeyRing ring = new PGPSecretKeyRing(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII))),
                new BcKeyFingerprintCalculator());
        ByteArrayOutputStream publicKeys = new ByteArrayOutputStream();
        PGPSecretKey last = null;
        for (PGPSecretKey secret : ring) {
            publicKeys.write(secret.getPublicKey().getEncoded());
            if (maySign(secret)) {
                last = secret;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("KRATY_SIGNING_KEY holds no key that may sign");
        }
        PGPPrivateKey key = last.extractPrivateKey(
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase.toCharArray()));
        return new Signer(last, key, "key " + Long.toHexString(last.getKeyID()), publicKeys.toByteArray());
    }

    /** By what its owner made it for; an algorithm that could sign is not enough. */
    private static boolean maySign(PGPSecretKey secret) {
        if (!secret.isSigningKey() || secret.isPrivateKeyEmpty() || secret.getPublicKey().hasRevocation()) {
            return false;
        }
        boolean isSaid = false;
        for (Iterator<PGPSignature> bound = secret.getPublicKey().getSignatures(); bound.hasNext(); ) {
            PGPSignatureSubpacketVector says = bound.next().getHashedSubPackets();
            if (says != null && says.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)) {
                isSaid = true;
                if ((says.getKeyFlags() & KeyFlags.SIGN_DATA) != 0) {
                    return true;
                }
            }
        }
        return !isSaid;
    }

    String name() {
        return name;
    }

    /** Who verifies needs this. */
    String publicKey() throws IOException {
        return armored(publicKeys);
    }

    void sign(Path file) throws IOException, PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(secret.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                secret.getPublicKey());
        generator.init(PGPSignature.BINARY_DOCUMENT, key);
        generator.update(Files.readAllBytes(file));
        Files.writeString(signatureOf(file), armored(generator.generate().getEncoded()));
    }

    boolean verifies(Path file) throws IOException, PGPException {
        Object signatures = new BcPGPObjectFactory(
                        PGPUtil.getDecoderStream(new ByteArrayInputStream(Files.readAllBytes(signatureOf(file)))))
                .nextObject();
        if (!(signatures instanceof PGPSignatureList list) || list.isEmpty()) {
            return false;
        }
        PGPPublicKey by = secret.getPublicKey();
        PGPSignature signature = list.get(0);
        if (signature.getKeyID() != by.getKeyID()) {
            return false;
        }
        signature.init(new BcPGPContentVerifierBuilderProvider(), by);
        signature.update(Files.readAllBytes(file));
        return signature.verify();
    }

    static Path signatureOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".asc");
    }

    private static String armored(byte[] bytes) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream armor = ArmoredOutputStream.builder().clearHeaders().build(text)) {
            armor.write(bytes);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
