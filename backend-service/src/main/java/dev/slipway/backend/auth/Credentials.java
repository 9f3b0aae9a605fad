package dev.slipway.backend.auth;

import dev.slipway.backend.problem.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Who wants to sign in.
@Serdeable
record Credentials(
        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Pattern(regexp = PlainText.NAME, message = "takes 1 to 64 characters, and no control characters")
        String username,

        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(min = 1, max = 1024, message = "takes 1 to 1024 characters")
        String password) {
    @Override
    public String toString() {
        return "credentials of \"%s\"".formatted(username);
    }
}
