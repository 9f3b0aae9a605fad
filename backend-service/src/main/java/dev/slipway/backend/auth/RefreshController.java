package dev.slipway.backend.auth;

import dev.slipway.backend.problem.Refusal;
import dev.slipway.backend.problem.Refuses;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;

/// Gives tokens to those who have signed in before.
@Refuses.Anything
@Refuses.Unauthorized
@Controller("/api/auth/refresh")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class RefreshController {
    private final AttemptLimit limit;
    private final RefreshTokens refreshTokens;
    private final SessionRenewal renewal;

    RefreshController(AttemptLimit limit, RefreshTokens refreshTokens, SessionRenewal renewal) {
        this.limit = limit;
        this.refreshTokens = refreshTokens;
        this.renewal = renewal;
    }

    /// Gives another token without name and password. The refresh token is good once, and another one takes its
    /// place; if an old one comes again, the device has to sign in. It ends with the session, as tokens do.
    ///
    /// @return the tokens
    @Operation(security = {})
    @Refuses.UnsupportedMediaType
    @Refuses.TooManyRequests
    @Post
    SignedIn refresh(@Valid @Body Refresh body, @Parameter(hidden = true) HttpRequest<?> request) {
        limit.count(request);
        return refreshTokens
                .read(Objects.requireNonNull(body.refreshToken()))
                .flatMap(renewal::renew)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.UNAUTHORIZED,
                        "the refresh token is not valid, or no longer; sign in again",
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, SignedIn.BEARER)));
    }
}
