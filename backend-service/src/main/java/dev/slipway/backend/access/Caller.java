package dev.slipway.backend.access;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.security.authentication.Authentication;

/// Who sends a request, as the token tells. Whether that still holds is known by [UserSessions].
///
/// @param session how often the user's sessions had ended when the token was made
public record Caller(long id, String role, int session) {
    /// Where a token says it.
    public static final String SESSION = "session";

    public static Caller of(Authentication authentication) {
        return new Caller(
                Long.parseLong(authentication.getName()),
                authentication.getRoles().stream().findFirst().orElse(""),
                authentication.getAttributes().get(SESSION) instanceof Number session ? session.intValue() : 0);
    }

    public boolean is(long user) {
        return id == user;
    }

    public boolean isAdmin() {
        return role.equals(Roles.ADMIN);
    }

    /// Refuses with 403 unless the caller is this user or an administrator.
    public void mustBe(long user) {
        if (!is(user) && !isAdmin()) {
            throw refused("only user %d and administrators may do this".formatted(user));
        }
    }

    public static HttpStatusException refused(String detail) {
        return new HttpStatusException(HttpStatus.FORBIDDEN, detail);
    }
}
