package dev.slipway.backend.auth;

import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of the tokens (HMAC with SHA-256): one signs and verifies, a former one verifies only.
///
/// To change the key, the present one becomes the former one for as long as a token lives.
@Factory
final class TokenKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);

    /// RFC 7518, 3.2: a key of at least the size of the hash.
    private static final int LEAST_BYTES = 32;

    /// Named as Micronaut names the one that signs.
    @Context
    @Named("generator")
    SignatureGeneratorConfiguration present(Settings settings) {
        return settings.content("TOKEN_KEY_FILE")
                .or(() -> settings.text("TOKEN_KEY"))
                .map(key -> signature("TOKEN_KEY", key))
                .orElseGet(() -> {
                    LOG.warn("no TOKEN_KEY: tokens end with this process, and no other replica takes them");
                    return signature("TOKEN_KEY", random());
                });
    }

    /// Without a former key, one that nobody has.
    @Context
    @Named("former")
    SignatureConfiguration former(Settings settings) {
        return settings.content("TOKEN_FORMER_KEY_FILE")
                .or(() -> settings.text("TOKEN_FORMER_KEY"))
                .map(key -> signature("TOKEN_FORMER_KEY", key))
                .orElseGet(() -> signature("TOKEN_FORMER_KEY", random()));
    }

    private static SecretSignature signature(String name, String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
            throw new SettingException(
                    "%s is too short; give at least %d bytes, for example those of `openssl rand -hex 32`"
                            .formatted(name, LEAST_BYTES));
        }
        SecretSignatureConfiguration configuration = new SecretSignatureConfiguration(name);
        configuration.setSecret(key);
        return new SecretSignature(configuration);
    }

    private static String random() {
        byte[] key = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
