package dev.slipway.model.user;

import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Index;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user as the modern columns tell it.
///
/// The legacy columns `password_hash` and `is_admin` are left to the database, whose triggers keep them equal.
///
/// @param id given by the database
/// @param hashedPassword absent as long as the user cannot sign in
/// @param lockedUntil sign-in is refused before this moment
/// @param lastSignInAt absent before the first sign-in
/// @param active whether the user may sign in
/// @param version counted by the database with every change of what people edit
/// @param sessionVersion counted by the database with every change that ends the user's sessions
@MappedEntity("users")
@Index(columns = "username", unique = true)
@Index(columns = "email", unique = true)
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String username,
        String email,
        @Nullable String hashedPassword,
        Role role,
        int failedLoginAttempts,
        @Nullable Instant lockedUntil,
        @Nullable String phone,
        @Nullable Instant lastSignInAt,
        boolean active,
        int version,
        int sessionVersion,
        @DateCreated Instant createdAt) {}
