package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Gives tokens out, each for the session in which it is made.
@Context
final class Tokens {
    private final TokenGenerator generator;
    private final RefreshTokens refreshTokens;
    private final Duration lifetime;
    private final Duration sessionLifetime;

    Tokens(TokenGenerator generator, RefreshTokens refreshTokens, Settings settings) {
        this.generator = generator;
        this.refreshTokens = refreshTokens;
        this.lifetime =
                settings.duration("TOKEN_LIFETIME", Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(1));
        this.sessionLifetime =
                settings.duration("SESSION_LIFETIME", Duration.ofHours(12), Duration.ofSeconds(1), Duration.ofDays(30));
    }

    /// For a user who has signed in.
    SignedIn begin(Account account, Device device) {
        return give(RefreshToken.of(account, device, Instant.now().plus(sessionLifetime)));
    }

    /// Tokens that end with the sign-in at the latest.
    SignedIn give(RefreshToken refresh) {
        long rest = Math.max(1, Duration.between(Instant.now(), refresh.end()).toSeconds());
        long seconds = Math.min(lifetime.toSeconds(), rest);
        String token = generator
                .generateToken(
                        Authentication.build(
                                String.valueOf(refresh.user()),
                                List.of(refresh.role()),
                                Map.of(Caller.SESSION, refresh.session())),
                        (int) seconds)
                .orElseThrow(() -> new IllegalStateException("no token was made"));
        return new SignedIn(
                token, SignedIn.BEARER, seconds, refreshTokens.write(refresh), rest, refresh.user(), refresh.role());
    }
}
