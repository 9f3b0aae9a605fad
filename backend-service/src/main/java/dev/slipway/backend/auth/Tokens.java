package dev.slipway.backend.auth;

import dev.slipway.backend.setting.Settings;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Gives tokens out. A token is good until it ends, whatever becomes of its user meanwhile, so it ends soon.
@Singleton
final class Tokens {
    private final TokenGenerator generator;
    private final Duration lifetime;

    Tokens(TokenGenerator generator, Settings settings) {
        this.generator = generator;
        this.lifetime = settings.duration("TOKEN_LIFETIME", Duration.ofMinutes(15));
    }

    SignedIn tokenFor(Account account) {
        String token = generator
                .generateToken(
                        Authentication.build(
                                String.valueOf(account.id()),
                                List.of(account.role()),
                                Map.of("username", account.username())),
                        (int) lifetime.toSeconds())
                .orElseThrow(() -> new IllegalStateException("no token was made"));
        return new SignedIn(token, SignedIn.BEARER, lifetime.toSeconds(), account.id(), account.role());
    }
}
