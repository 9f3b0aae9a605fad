package dev.slipway.backend.auth;

import org.jspecify.annotations.Nullable;

/// What sign-in needs to know of a user.
///
/// @param hash absent as long as the user cannot sign in
record Account(
        long id, String username, String role, @Nullable String hash) {}
