package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.database.Transactions;
import dev.slipway.backend.problem.Refuses;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;

/// Ends sessions.
@Refuses.Anything
@Refuses.Unauthorized
@Controller("/api/auth/logout")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignOutController {
    private final UserSessions sessions;
    private final AuditTrail trail;
    private final Transactions transactions;

    SignOutController(UserSessions sessions, AuditTrail trail, Transactions transactions) {
        this.sessions = sessions;
        this.trail = trail;
        this.transactions = transactions;
    }

    /// Signs out, on all devices: no token that was given before is worth anything afterwards.
    @Post
    @Status(HttpStatus.NO_CONTENT)
    void logout(Authentication authentication) {
        Caller caller = Caller.of(authentication);
        transactions.run(_ -> {
            sessions.end(caller.id());
            trail.add(AuditAction.SIGN_OUT, caller.id(), caller.id(), null);
            return caller;
        });
    }
}
