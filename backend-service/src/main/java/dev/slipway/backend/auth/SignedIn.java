package dev.slipway.backend.auth;

import io.micronaut.serde.annotation.Serdeable;

/// What a client gets who signed in.
///
/// @param accessToken to be sent as Authorization: Bearer ...
/// @param tokenType always Bearer
/// @param expiresIn seconds until the token is worth nothing
/// @param user the id of the user
@Serdeable
record SignedIn(String accessToken, String tokenType, long expiresIn, long user, String role) {
    static final String BEARER = "Bearer";
}
