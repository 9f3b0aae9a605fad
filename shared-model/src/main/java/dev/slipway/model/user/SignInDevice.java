package dev.slipway.model.user;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Index;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a user has signed in before.
///
/// @param hash of what only the device knows
/// @param lockedUntil sign-in from this device is refused before this moment
@MappedEntity("sign_in_devices")
@Index(columns = "user_id")
public record SignInDevice(
        @Id String hash,
        long userId,
        int failedAttempts,
        @Nullable Instant lockedUntil,
        Instant lastSignInAt) {}
