package dev.slipway.runner.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgeFileTest {
    /// Made by `age-keygen` of version 1.1.1, for these tests alone.
    private static final String PUBLIC = "age1yamsrxvl7408xxrytyamjpke9sjda7t6jwk8rc3paetum7kjmq6sr4pv5h";

    private static final String SECRET = "AGE-SECRET-KEY-1FQVRC7HPXG4DFRDH2A8ZHZGCLR0S63KCWUQ3VM57LGQ2F95WEKEQKQ3P2W";

    /// Made by `age` of version 1.1.1.
    private static final String FOREIGN =
            "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBqRnJIcnhQYnFYOUZMa1ZPNzBSUk84VzdhU1dJcklRc1FKd0paNWJEcGd3"
                    + "Cmg3dWpnNlpsNm9ZOHpGZGczNmw0YldGeFoxWG9OMmJQb2tkbXIzV3FiQTAKLS0tIFA2RkhrMmRrU0JwdnNmalJRakEvL1c1eUMw"
                    + "UmwvZnFPajNUcHB2azIyV2cKz7Dl3kWk0C9za9ZIbllApszBjAVWoUMeL8WU7Kuhi5UNr8VX94Tagq/l07j7Ew==";

    private static final int CHUNK = 65536;

    private static PrivateKey secret() throws GeneralSecurityException {
        return AgeKeys.privateKey(Bech32.read("age-secret-key-", SECRET).orElseThrow());
    }

    private static byte[] encrypted(byte[] text) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AgeFile.encrypt(List.of(Recipients.bytes(PUBLIC)), new ByteArrayInputStream(text), file);
        return file.toByteArray();
    }

    private static byte[] decrypted(byte[] file) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        AgeFile.decrypt(List.of(secret()), new ByteArrayInputStream(file), text);
        return text.toByteArray();
    }

    @Test
    void readsWhatAgeWrites() throws Exception {
        assertThat(new String(decrypted(Base64.getDecoder().decode(FOREIGN)), StandardCharsets.UTF_8))
                .isEqualTo("written by age");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 1_000_000})
    void readsWhatItWritesOfAnyLength(int length) throws Exception {
        byte[] text = new byte[length];
        new Random(length).nextBytes(text);
        assertThat(decrypted(encrypted(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 200, 70_000, 140_000})
    void refusesWhatWasChangedAnywhere(int place) throws Exception {
        byte[] file = encrypted(new byte[2 * CHUNK + 10_000]);
        file[place] ^= 1;
        assertThatThrownBy(() -> decrypted(file))
                .isInstanceOfAny(GeneralSecurityException.class, IllegalArgumentException.class);
    }

    @Test
    void refusesWhatWasCutOffBetweenTwoChunks() throws Exception {
        byte[] whole = encrypted(new byte[2 * CHUNK]);
        byte[] cut = Arrays.copyOf(whole, whole.length - CHUNK - 16);
        assertThatThrownBy(() -> decrypted(cut)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refusesAKeyThatIsMistyped() {
        assertThat(Bech32.read("age", PUBLIC)).isPresent();
        assertThat(Bech32.read("age", "age1q" + PUBLIC.substring(5))).isEmpty();
        assertThat(Bech32.read("age", "age1")).isEmpty();
    }
}
