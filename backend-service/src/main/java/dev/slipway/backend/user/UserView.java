package dev.slipway.backend.user;

import dev.slipway.model.user.User;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a client sees of a user: never the password hash.
///
/// @param role admin, member or viewer
/// @param active whether the user may sign in
/// @param version what the ETag of the user holds
@Serdeable
record UserView(
        long id,
        String username,
        String email,
        String role,
        @Nullable String phone,
        boolean active,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignInAt,
        Instant createdAt,
        int version) {
    static UserView of(User user) {
        return new UserView(
                Objects.requireNonNull(user.id()),
                user.username(),
                user.email(),
                user.role().word(),
                user.phone(),
                user.active(),
                user.lockedUntil(),
                user.lastSignInAt(),
                user.createdAt(),
                user.version());
    }
}
