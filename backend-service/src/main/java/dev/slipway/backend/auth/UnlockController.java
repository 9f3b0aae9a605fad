package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.Roles;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.database.Transactions;
import dev.slipway.backend.problem.Refuses;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;

/// Lets users sign in again who failed too often.
@Refuses.Anything
@Refuses.Unauthorized
@Refuses.Forbidden
@Refuses.NotFound
@Controller("/api/users/{id}/unlock")
@Secured(Roles.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
class UnlockController {
    private final AccountRepository accounts;
    private final UserSessions sessions;
    private final AuditTrail trail;
    private final Transactions transactions;

    UnlockController(AccountRepository accounts, UserSessions sessions, AuditTrail trail, Transactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
        this.transactions = transactions;
    }

    /// Forgets the failed attempts of a user, who may sign in again at once.
    @Post
    @Status(HttpStatus.NO_CONTENT)
    void unlock(long id, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        boolean unlocked = transactions.run(_ -> {
            sessions.mustGoOn(caller);
            boolean found = accounts.unlock(id);
            if (found) {
                trail.add(AuditAction.UNLOCK, caller.id(), id, null);
            }
            return found;
        });
        if (!unlocked) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "there is no user %d".formatted(id));
        }
    }
}
