package dev.slipway.runner.engine.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes and reads files that the program `age` reads and writes, for keys of X25519. To write one takes no secret.
///
/// Source: https://github.com/C2SP/C2SP/blob/main/age.md
final class AgeFile {
    private static final String VERSION = "age-encryption.org/v1";
    private static final String STANZA = "-> X25519 ";
    private static final String END = "---";
    private static final int FILE_KEY = 16;
    private static final byte[] ZERO = new byte[12];
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private AgeFile() {}

    /// @param recipients their public keys
    static void encrypt(List<byte[]> recipients, InputStream from, OutputStream to)
            throws IOException, GeneralSecurityException {
        byte[] fileKey = random();
        StringBuilder header = new StringBuilder(VERSION).append('\n');
        for (byte[] recipient : recipients) {
            header.append(stanza(recipient, fileKey));
        }
        header.append(END);
        byte[] nonce = random();
        to.write((header + " " + BASE64.encodeToString(mac(fileKey, header.toString())) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        to.write(nonce);
        new AgeChunks(AgeKeys.derived(fileKey, nonce, "payload")).encrypt(from, to);
    }

    private static byte[] random() {
        byte[] bytes = new byte[FILE_KEY];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String stanza(byte[] recipient, byte[] fileKey) throws GeneralSecurityException {
        KeyPair ephemeral = AgeKeys.random();
        byte[] share = AgeKeys.bytes(ephemeral.getPublic());
        byte[] shared = AgeKeys.shared(ephemeral.getPrivate(), AgeKeys.publicKey(recipient));
        byte[] wrapped = AgeChunks.crypt(Cipher.ENCRYPT_MODE, wrapKey(shared, share, recipient), ZERO, fileKey);
        return STANZA + BASE64.encodeToString(share) + "\n" + BASE64.encodeToString(wrapped) + "\n";
    }

    private static byte[] wrapKey(byte[] shared, byte[] share, byte[] recipient) throws GeneralSecurityException {
        ByteArrayOutputStream salt = new ByteArrayOutputStream();
        salt.writeBytes(share);
        salt.writeBytes(recipient);
        return AgeKeys.derived(shared, salt.toByteArray(), VERSION + "/X25519");
    }

    private static byte[] mac(byte[] fileKey, String header) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(AgeKeys.derived(fileKey, new byte[0], "header"), "HmacSHA256"));
        return mac.doFinal(header.getBytes(StandardCharsets.US_ASCII));
    }

    /// @throws GeneralSecurityException if none of the keys fits, or the file is not what was written
    static void decrypt(List<PrivateKey> keys, InputStream from, OutputStream to)
            throws IOException, GeneralSecurityException {
        open(keys, from).decrypt(from, to);
    }

    /// Reads all before the payload.
    static AgeChunks open(List<PrivateKey> keys, InputStream from) throws IOException, GeneralSecurityException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line(from));
        } while (!lines.getLast().startsWith(END));
        byte[] fileKey = fileKey(keys, lines);
        String header = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + END;
        byte[] said = Base64.getDecoder()
                .decode(lines.getLast().substring(END.length()).strip());
        if (!MessageDigest.isEqual(mac(fileKey, header), said)) {
            throw new GeneralSecurityException("its header was changed");
        }
        return new AgeChunks(AgeKeys.derived(fileKey, from.readNBytes(FILE_KEY), "payload"));
    }

    private static String line(InputStream from) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0 || line.size() > 1000) {
                throw new GeneralSecurityException("it is not a file of age");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] fileKey(List<PrivateKey> keys, List<String> lines) throws GeneralSecurityException {
        for (int i = 1; i < lines.size() - 1; i++) {
            for (PrivateKey key : lines.get(i).startsWith(STANZA) ? keys : List.<PrivateKey>of()) {
                byte[] share = Base64.getDecoder().decode(lines.get(i).substring(STANZA.length()));
                byte[] wrapped = Base64.getDecoder().decode(lines.get(i + 1));
                try {
                    byte[] shared = AgeKeys.shared(key, AgeKeys.publicKey(share));
                    byte[] wrapKey = wrapKey(shared, share, AgeKeys.publicOf(key));
                    return AgeChunks.crypt(Cipher.DECRYPT_MODE, wrapKey, ZERO, wrapped);
                } catch (GeneralSecurityException _) {
                    // it is meant for another key
                }
            }
        }
        throw new GeneralSecurityException("it is encrypted for another key");
    }
}
