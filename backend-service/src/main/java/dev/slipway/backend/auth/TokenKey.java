package dev.slipway.backend.auth;

import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A key of tokens.
///
/// @param id what tokens call it: a part of its hash, the same on all replicas
record TokenKey(String id, String secret) {
    private static final Logger LOG = LoggerFactory.getLogger(TokenKey.class);

    /// RFC 7518, 3.2: a key of at least the size of the hash.
    private static final int LEAST_BYTES = 32;

    private static final int ID_LENGTH = 16;

    static TokenKey of(String variable, String secret, Settings settings) {
        settings.mustBeOwn(variable, secret);
        if (secret.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
            throw new SettingException(
                    "%s is too short; give at least %d bytes, for example those of `openssl rand -hex 32`"
                            .formatted(variable, LEAST_BYTES));
        }
        return new TokenKey(idOf(secret), secret);
    }

    static TokenKey random() {
        LOG.warn("no TOKEN_KEY: tokens end with this process, and no other replica takes them");
        byte[] key = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(key);
        String secret = Base64.getEncoder().encodeToString(key);
        return new TokenKey(idOf(secret), secret);
    }

    private static String idOf(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("the name of the key " + secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public String toString() {
        return "token key " + id;
    }
}
