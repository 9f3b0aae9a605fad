package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.password.PasswordHasher;
import dev.slipway.backend.problem.Fault;
import dev.slipway.backend.problem.Refusal;
import dev.slipway.backend.problem.Refuses;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;

/// Changes passwords.
@Refuses.Anything
@Refuses.Unauthorized
@Refuses.Forbidden
@Refuses.NotFound
@Controller("/api/users/{id}/password")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PasswordController {
    private final AttemptLimit limit;
    private final SignIn signIn;
    private final PasswordHasher passwords;
    private final PasswordChange change;

    PasswordController(AttemptLimit limit, SignIn signIn, PasswordHasher passwords, PasswordChange change) {
        this.limit = limit;
        this.signIn = signIn;
        this.passwords = passwords;
        this.change = change;
    }

    /// Users change their own password and give the current one; administrators give anybody a new one, and unlock.
    /// The user's sessions end with it.
    @Refuses.UnsupportedMediaType
    @Refuses.TooManyRequests
    @Put
    @Status(HttpStatus.NO_CONTENT)
    void change(
            long id,
            @Valid @Body NewPassword body,
            Authentication authentication,
            @Parameter(hidden = true) HttpRequest<?> request) {
        Caller caller = Caller.of(authentication);
        caller.mustBe(id);
        if (caller.is(id)) {
            changeOwn(id, body, request);
        } else if (!change.reset(caller, id, passwords.hash(Objects.requireNonNull(body.password())))) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "there is no user %d".formatted(id));
        }
    }

    private void changeOwn(long id, NewPassword body, HttpRequest<?> request) {
        limit.count(request);
        Device device = Device.of(request.getCookies()
                .findCookie(Device.COOKIE)
                .map(Cookie::getValue)
                .orElse(null));
        Account account = signIn.confirm(id, Objects.requireNonNullElse(body.current(), ""), device)
                .orElseThrow(PasswordController::notCurrent);
        String hash = passwords.hash(Objects.requireNonNull(body.password()));
        if (!change.own(id, Objects.requireNonNull(account.hash()), hash)) {
            throw notCurrent();
        }
    }

    private static Refusal notCurrent() {
        return Refusal.of(HttpStatus.BAD_REQUEST, List.of(new Fault("current", "is not the current password")));
    }
}
