package dev.slipway.runner.engine.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.HKDFParameterSpec;

/// X25519 and HKDF as `age` uses them.
///
/// Source: https://github.com/C2SP/C2SP/blob/main/age.md
final class AgeKeys {
    static final int LENGTH = 32;
    private static final NamedParameterSpec CURVE = NamedParameterSpec.X25519;
    private static final String ALGORITHM = "X25519";

    private AgeKeys() {}

    static KeyPair random() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    }

    static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        byte[] bigEndian = reversed(bytes);
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new XECPublicKeySpec(CURVE, new BigInteger(1, bigEndian)));
    }

    static PrivateKey privateKey(byte[] bytes) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new XECPrivateKeySpec(CURVE, bytes));
    }

    static byte[] bytes(PublicKey key) {
        byte[] bigEndian = ((XECPublicKey) key).getU().toByteArray();
        return Arrays.copyOf(reversed(bigEndian), LENGTH);
    }

    /// What a private and a public key have in common.
    static byte[] shared(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(ALGORITHM);
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /// The public key that belongs to a private one.
    static byte[] publicOf(PrivateKey own) throws GeneralSecurityException {
        byte[] base = new byte[LENGTH];
        base[0] = 9;
        return shared(own, publicKey(base));
    }

    static byte[] derived(byte[] secret, byte[] salt, String info) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(info.getBytes(StandardCharsets.US_ASCII), LENGTH));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
