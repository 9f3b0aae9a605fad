package dev.slipway.backend.preferences;

import dev.slipway.backend.problem.LanguageTag;
import dev.slipway.backend.problem.PlainText;
import dev.slipway.backend.problem.TimeZoneName;
import dev.slipway.backend.version.Versions;
import dev.slipway.model.preferences.UserPreferences;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one user prefers.
///
/// @param language a tag of BCP 47
/// @param timeZone a name of the IANA time zone database
@Serdeable
record Preferences(
        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(max = 35, message = "takes up to 35 characters")
        @LanguageTag
        String language,

        @Nullable @NotNull(message = PlainText.MISSING) @TimeZoneName
        String timeZone,

        @Nullable @NotNull(message = PlainText.MISSING) Boolean emailNotifications) {
    /// Those of a user without a row, the same as the database's.
    static final Preferences DEFAULT = new Preferences("en", "UTC", true);

    String tag() {
        return Versions.tagOf(
                Objects.requireNonNull(language),
                Objects.requireNonNull(timeZone),
                Objects.requireNonNull(emailNotifications));
    }

    static Preferences of(UserPreferences row) {
        return new Preferences(row.language(), row.timeZone(), row.emailNotifications());
    }
}
