package dev.slipway.backend.auth;

import com.nimbusds.jwt.JWT;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import io.micronaut.security.token.reader.TokenResolver;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.reactivestreams.Publisher;

/// Finds out who sends a request, with every request anew: signature, issuer and end are looked at each time.
///
/// Micronaut's own does the same in reactive steps and tells listeners of each token, which takes longer than the work.
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class BearerTokens implements AuthenticationFetcher<HttpRequest<?>> {
    private final TokenResolver<HttpRequest<?>> tokens;
    private final JsonWebTokenValidator<JWT, HttpRequest<?>> validator;
    private final JwtAuthenticationFactory authentications;

    BearerTokens(
            TokenResolver<HttpRequest<?>> tokens,
            JsonWebTokenValidator<JWT, HttpRequest<?>> validator,
            JwtAuthenticationFactory authentications) {
        this.tokens = tokens;
        this.validator = validator;
        this.authentications = authentications;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<Authentication> sender = tokens.resolveTokens(request).stream()
                .flatMap(token -> validator.validate(token, request).stream())
                .flatMap(token -> authentications.createAuthentication(token).stream())
                .findFirst();
        return sender.isPresent() ? Publishers.just(sender.get()) : Publishers.empty();
    }
}
