package dev.slipway.backend.user;

import dev.slipway.backend.password.Uncommon;
import dev.slipway.backend.problem.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A user to be made.
///
/// @param phone left out or null if there is none
/// @param password left out or null if the user is to get one later
@Serdeable
record NewUser(
        @Nullable @NotNull(message = PlainText.MISSING) @Pattern(regexp = UserChange.NAME, message = UserChange.NAMES)
        String username,

        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(max = 254, message = "takes up to 254 characters")
        @Pattern(regexp = UserChange.ADDRESS, message = UserChange.ADDRESSES)
        String email,

        @Nullable @NotNull(message = PlainText.MISSING) @Pattern(regexp = UserChange.ROLE, message = UserChange.ROLES)
        String role,

        @Nullable @Pattern(regexp = UserChange.NUMBER, message = UserChange.NUMBERS)
        String phone,

        @Nullable @Size(min = 12, max = 1024, message = "takes 12 to 1024 characters") @Uncommon
        String password) {
    @Override
    public String toString() {
        return "new user \"%s\"".formatted(username);
    }
}
