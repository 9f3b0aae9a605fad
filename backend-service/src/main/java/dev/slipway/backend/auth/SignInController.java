package dev.slipway.backend.auth;

import dev.slipway.backend.problem.Refusal;
import dev.slipway.backend.problem.Refuses;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lets users in.
@Refuses.Anything
@Refuses.Unauthorized
@Controller("/api/auth/login")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInController {
    private static final Duration DEVICE_LIFETIME = Duration.ofDays(365);

    private final AttemptLimit limit;
    private final SignIn signIn;
    private final Tokens tokens;

    SignInController(AttemptLimit limit, SignIn signIn, Tokens tokens) {
        this.limit = limit;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    /// Signs in with name and password. The token goes with every other request, and the refresh token gives the
    /// next one. The cookie keeps the attempts of strangers apart from those of this device.
    ///
    /// @return the tokens
    @Operation(security = {})
    @Refuses.UnsupportedMediaType
    @Refuses.TooManyRequests
    @Post
    HttpResponse<SignedIn> login(
            @Valid @Body Credentials credentials,
            @Parameter(hidden = true) @Nullable @CookieValue(Device.COOKIE) String cookie,
            @Parameter(hidden = true) HttpRequest<?> request) {
        limit.count(request);
        Device device = Device.of(cookie);
        return signIn.attempt(
                        Objects.requireNonNull(credentials.username()),
                        Objects.requireNonNull(credentials.password()),
                        device)
                .map(account -> HttpResponse.ok(tokens.begin(account, device)).cookie(cookie(device, request)))
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.UNAUTHORIZED,
                        "user name or password is wrong, or there were too many attempts",
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, SignedIn.BEARER)));
    }

    private static Cookie cookie(Device device, HttpRequest<?> request) {
        return Cookie.of(Device.COOKIE, device.secret())
                .httpOnly()
                .secure(request.isSecure())
                .sameSite(SameSite.Strict)
                .path("/api")
                .maxAge(DEVICE_LIFETIME);
    }
}
