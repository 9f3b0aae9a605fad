package dev.slipway.backend.access;

import io.micronaut.security.authentication.AuthorizationException;
import jakarta.inject.Singleton;

/// A token is worth something as long as its user is active, has the same role and the same password, and has not
/// signed out. That is read from the database, by one look into an index, with each request and each write.
@Singleton
public final class UserSessions {
    private final SessionRepository sessions;

    UserSessions(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /// Refuses with 401 unless the caller's session goes on. A write asks within its transaction, since the body of a
    /// request may come long after its head.
    public void mustGoOn(Caller caller) {
        if (!goOn(caller)) {
            throw new AuthorizationException(null);
        }
    }

    /// Whether the caller's session goes on.
    public boolean goOn(Caller caller) {
        return sessions.stands(caller.id(), caller.role(), caller.session());
    }

    /// Ends all sessions of a user, wherever they were begun.
    public void end(long user) {
        sessions.end(user);
    }
}
