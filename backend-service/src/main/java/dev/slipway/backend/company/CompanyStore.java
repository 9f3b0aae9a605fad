package dev.slipway.backend.company;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.UserSessions;
import dev.slipway.backend.database.Transactions;
import dev.slipway.backend.version.Versions;
import dev.slipway.model.company.CompanySettings;
import jakarta.inject.Singleton;

/// Reads and changes the settings; of those who change them at once, one after the other is looked at.
@Singleton
final class CompanyStore {
    private static final short THE_ROW = 1;

    private final CompanyRepository company;
    private final UserSessions sessions;
    private final Transactions transactions;

    CompanyStore(CompanyRepository company, UserSessions sessions, Transactions transactions) {
        this.company = company;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    CompanySettings read() {
        return company.findById(THE_ROW).orElseThrow();
    }

    /// A change that changes nothing is no new version.
    CompanySettings change(CompanyChange change, Versions seen, Caller caller) {
        return transactions.run(_ -> {
            sessions.mustGoOn(caller);
            CompanySettings before = company.findByIdForUpdate(THE_ROW).orElseThrow();
            seen.mustHold(tag(before));
            CompanySettings after = change.applied(before);
            if (after.equals(before)) {
                return before;
            }
            company.update(after);
            return read();
        });
    }

    static String tag(CompanySettings settings) {
        return Versions.tagOf(
                settings.companyName(),
                settings.timeZone(),
                settings.maxFailedLoginAttempts(),
                settings.lockoutMinutes(),
                settings.updatedAt());
    }
}
