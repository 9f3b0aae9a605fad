package dev.slipway.backend.auth;

import org.jspecify.annotations.Nullable;

/// What sign-in needs to know of a user.
///
/// @param hash absent as long as the user cannot sign in
/// @param session how often the user's sessions have ended
/// @param locked whether this attempt was the last one for a while, should it fail
record Account(long id, String role, @Nullable String hash, int session, boolean locked) {}
