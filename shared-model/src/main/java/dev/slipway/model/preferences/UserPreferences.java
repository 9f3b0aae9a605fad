package dev.slipway.model.preferences;

import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// What one user prefers; a user without preferences has the defaults of the database.
///
/// @param userId the user's id, since a user has at most one row
/// @param language a BCP 47 tag
/// @param timeZone a name of the IANA time zone database
@MappedEntity("user_preferences")
public record UserPreferences(
        @Id long userId,
        String language,
        String timeZone,
        boolean emailNotifications,
        @DateUpdated Instant updatedAt) {}
