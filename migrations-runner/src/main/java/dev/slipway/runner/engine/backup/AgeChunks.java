package dev.slipway.runner.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The payload of a file of `age`: chunks of 64 KiB, each with its number and whether it is the last, so that
/// none can be changed, moved or cut off.
final class AgeChunks {
    static final String CIPHER = "ChaCha20-Poly1305";
    private static final int PLAIN = 64 * 1024;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final byte[] key;
    private long number;

    AgeChunks(byte[] key) {
        this.key = key.clone();
    }

    void encrypt(InputStream from, OutputStream to) throws IOException, GeneralSecurityException {
        run(Cipher.ENCRYPT_MODE, PLAIN, from, to);
    }

    /// @throws GeneralSecurityException if it is not what was written
    void decrypt(InputStream from, OutputStream to) throws IOException, GeneralSecurityException {
        run(Cipher.DECRYPT_MODE, PLAIN + TAG, from, to);
    }

    private void run(int mode, int size, InputStream from, OutputStream to)
            throws IOException, GeneralSecurityException {
        byte[] chunk = from.readNBytes(size);
        byte[] next = from.readNBytes(size);
        while (next.length > 0) {
            to.write(crypt(mode, chunk, false));
            chunk = next;
            next = from.readNBytes(size);
        }
        to.write(crypt(mode, chunk, true));
    }

    private byte[] crypt(int mode, byte[] chunk, boolean last) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(NONCE).putLong(3, number++);
        nonce.put(NONCE - 1, (byte) (last ? 1 : 0));
        return crypt(mode, key, nonce.array(), chunk);
    }

    static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(Arrays.copyOf(nonce, NONCE)));
        return cipher.doFinal(text);
    }
}
