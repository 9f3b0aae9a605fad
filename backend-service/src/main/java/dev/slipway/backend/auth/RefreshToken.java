package dev.slipway.backend.auth;

import java.time.Instant;

/// What takes the place of a sign-in, once: it gives another token, and another one of its kind.
///
/// @param role the one the user had; another one ends it
/// @param session how often the user's sessions had ended
/// @param device what the database keeps of the device from which the user signed in
/// @param moment when it was made, in microseconds; of one device the last one alone is good
/// @param end when a sign-in is needed
record RefreshToken(long user, String role, int session, String device, Instant moment, Instant end) {
    /// The first one after a sign-in.
    static RefreshToken of(Account account, Device device, Instant end) {
        return new RefreshToken(
                account.id(), account.role(), account.session(), device.hashFor(account.id()), device.moment(), end);
    }

    /// The one in its place.
    RefreshToken next(Instant now) {
        return new RefreshToken(user, role, session, device, now, end);
    }

    @Override
    public String toString() {
        return "a refresh token of user " + user;
    }
}
