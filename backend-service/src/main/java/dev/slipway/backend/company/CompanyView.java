package dev.slipway.backend.company;

import dev.slipway.model.company.CompanySettings;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What holds for the whole company.
///
/// @param maxFailedLoginAttempts an account is locked after so many failures in a row
/// @param lockoutMinutes for how long at first; each further failure doubles it
@Serdeable
record CompanyView(
        String companyName, String timeZone, int maxFailedLoginAttempts, int lockoutMinutes, Instant updatedAt) {
    static CompanyView of(CompanySettings settings) {
        return new CompanyView(
                settings.companyName(),
                settings.timeZone(),
                settings.maxFailedLoginAttempts(),
                settings.lockoutMinutes(),
                settings.updatedAt());
    }
}
