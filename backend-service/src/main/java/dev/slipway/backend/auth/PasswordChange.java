package dev.slipway.backend.auth;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.audit.AuditAction;
import dev.slipway.backend.audit.AuditTrail;
import dev.slipway.backend.database.Transactions;
import jakarta.inject.Singleton;

/// Puts new passwords in the place of others, which ends the sessions of the user.
@Singleton
final class PasswordChange {
    private final AccountRepository accounts;
    private final UserSessions sessions;
    private final AuditTrail trail;
    private final Transactions transactions;

    PasswordChange(AccountRepository accounts, UserSessions sessions, AuditTrail trail, Transactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
        this.transactions = transactions;
    }

    /// A user's own; false if the password is no longer the one that was verified, since an administrator gave another.
    boolean own(long user, String verified, String hash) {
        return transactions.run(_ -> {
            boolean replaced = accounts.replace(user, verified, hash);
            if (replaced) {
                trail.add(AuditAction.PASSWORD_CHANGE, user, user, null);
            }
            return replaced;
        });
    }

    /// Another user's, who is unlocked as well; false if there is none.
    boolean reset(Caller administrator, long user, String hash) {
        return transactions.run(_ -> {
            sessions.mustGoOn(administrator);
            boolean reset = accounts.reset(user, hash);
            if (reset) {
                trail.add(AuditAction.PASSWORD_RESET, administrator.id(), user, null);
            }
            return reset;
        });
    }
}
