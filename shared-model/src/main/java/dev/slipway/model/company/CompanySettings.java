package dev.slipway.model.company;

import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// The settings of the company; the database holds exactly one row of them.
///
/// @param id always 1
/// @param timeZone a name of the IANA time zone database
/// @param maxFailedLoginAttempts an account is locked after so many failures in a row
@MappedEntity("company_settings")
public record CompanySettings(
        @Id short id,
        String companyName,
        String timeZone,
        int maxFailedLoginAttempts,
        int lockoutMinutes,
        @DateUpdated Instant updatedAt) {}
