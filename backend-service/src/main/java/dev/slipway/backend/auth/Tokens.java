package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Gives tokens out, each for the session in which it is made.
@Context
final class Tokens {
    private final TokenGenerator generator;
    private final Duration lifetime;

    Tokens(TokenGenerator generator, Settings settings) {
        this.generator = generator;
        this.lifetime =
                settings.duration("TOKEN_LIFETIME", Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(1));
    }

    SignedIn tokenFor(Account account) {
        String token = generator
                .generateToken(
                        Authentication.build(
                                String.valueOf(account.id()),
                                List.of(account.role()),
                                Map.of("username", account.username(), Caller.SESSION, account.session())),
                        (int) lifetime.toSeconds())
                .orElseThrow(() -> new IllegalStateException("no token was made"));
        return new SignedIn(token, SignedIn.BEARER, lifetime.toSeconds(), account.id(), account.role());
    }
}
