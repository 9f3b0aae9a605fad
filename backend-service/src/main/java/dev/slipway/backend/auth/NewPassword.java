package dev.slipway.backend.auth;

import dev.slipway.backend.password.Uncommon;
import dev.slipway.backend.problem.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A password in the place of another one.
///
/// @param current what users give who change their own
@Serdeable
record NewPassword(
        @Nullable @Size(max = 1024, message = "takes up to 1024 characters")
        String current,

        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(min = NewPassword.LEAST, max = 1024, message = "takes 12 to 1024 characters")
        @Uncommon
        String password) {
    /// Length is what makes a password strong (NIST SP 800-63B).
    static final int LEAST = 12;

    @Override
    public String toString() {
        return "a new password";
    }
}
