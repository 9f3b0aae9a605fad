package dev.slipway.backend.company;

import dev.slipway.backend.problem.PlainText;
import dev.slipway.backend.problem.TimeZoneName;
import dev.slipway.model.company.CompanySettings;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The settings as they are to be from now on, as a whole.
@Serdeable
record CompanyChange(
        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(max = 200, message = "takes up to 200 characters")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String companyName,

        @Nullable @NotNull(message = PlainText.MISSING) @TimeZoneName
        String timeZone,

        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Min(value = 1, message = "takes 1 to 1000")
        @Max(value = 1000, message = "takes 1 to 1000")
        Integer maxFailedLoginAttempts,

        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Min(value = 1, message = "takes 1 to 10080")
        @Max(value = 10_080, message = "takes 1 to 10080")
        Integer lockoutMinutes) {
    CompanySettings applied(CompanySettings before) {
        return new CompanySettings(
                before.id(),
                Objects.requireNonNull(companyName),
                Objects.requireNonNull(timeZone),
                Objects.requireNonNull(maxFailedLoginAttempts),
                Objects.requireNonNull(lockoutMinutes),
                before.updatedAt());
    }
}
