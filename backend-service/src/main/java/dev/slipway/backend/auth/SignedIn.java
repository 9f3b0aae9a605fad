package dev.slipway.backend.auth;

import io.micronaut.serde.annotation.Serdeable;

/// What a client gets who signed in.
///
/// @param accessToken to be sent as Authorization: Bearer ...
/// @param tokenType always Bearer
/// @param expiresIn seconds until the token is worth nothing
/// @param refreshToken gives another token, once, and another one of its kind
/// @param refreshExpiresIn seconds until a sign-in is needed
/// @param user the id of the user
@Serdeable
record SignedIn(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        long user,
        String role) {
    static final String BEARER = "Bearer";

    @Override
    public String toString() {
        return "tokens of user " + user;
    }
}
