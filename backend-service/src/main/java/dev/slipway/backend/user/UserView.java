package dev.slipway.backend.user;

import dev.slipway.model.user.User;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a client sees of a user: never the password hash.
@Serdeable
record UserView(
        long id,
        String username,
        String email,
        String role,
        @Nullable String phone,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignInAt,
        Instant createdAt) {
    static UserView of(User user) {
        return new UserView(
                Objects.requireNonNull(user.id()),
                user.username(),
                user.email(),
                user.role().word(),
                user.phone(),
                user.lockedUntil(),
                user.lastSignInAt(),
                user.createdAt());
    }
}
