package dev.slipway.backend.access;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.security.authentication.Authentication;

/// Who sends a request, as the token tells.
public record Caller(long id, boolean isAdmin, boolean isViewer) {
    public static Caller of(Authentication authentication) {
        return new Caller(
                Long.parseLong(authentication.getName()),
                authentication.getRoles().contains(Roles.ADMIN),
                authentication.getRoles().contains(Roles.VIEWER));
    }

    public boolean is(long user) {
        return id == user;
    }

    /// Refuses with 403 unless the caller is this user or an administrator.
    public void mustBe(long user) {
        if (!is(user) && !isAdmin) {
            throw refused("only user %d and administrators may do this".formatted(user));
        }
    }

    public static HttpStatusException refused(String detail) {
        return new HttpStatusException(HttpStatus.FORBIDDEN, detail);
    }
}
