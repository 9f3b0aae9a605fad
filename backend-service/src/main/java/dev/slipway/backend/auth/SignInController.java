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

/// Lets users in.
@Refuses.Anything
@Refuses.Unauthorized
@Controller("/api/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInController {
    private final AttemptLimit limit;
    private final SignIn signIn;
    private final Tokens tokens;

    SignInController(AttemptLimit limit, SignIn signIn, Tokens tokens) {
        this.limit = limit;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    /// Signs in with name and password; the token goes with every other request.
    ///
    /// @return the token
    @Operation(security = {})
    @Refuses.UnsupportedMediaType
    @Refuses.TooManyRequests
    @Post("/login")
    SignedIn login(@Valid @Body Credentials credentials, @Parameter(hidden = true) HttpRequest<?> request) {
        limit.count(request.getRemoteAddress().getAddress());
        return signIn.attempt(
                        Objects.requireNonNull(credentials.username()), Objects.requireNonNull(credentials.password()))
                .map(tokens::tokenFor)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.UNAUTHORIZED,
                        "user name or password is wrong, or there were too many attempts",
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, SignedIn.BEARER)));
    }
}
