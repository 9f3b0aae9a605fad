package dev.slipway.backend.auth;

import dev.slipway.backend.problem.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Who wants another token without a sign-in.
@Serdeable
record Refresh(
        @Nullable
        @NotNull(message = PlainText.MISSING)
        @Size(min = 1, max = 2048, message = "takes 1 to 2048 characters")
        String refreshToken) {
    @Override
    public String toString() {
        return "a refresh";
    }
}
