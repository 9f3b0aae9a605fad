package dev.slipway.backend.password;

import java.util.Optional;

/// One form in which a password's hash may be stored.
sealed interface Verifier permits Argon2id, Bcrypt, WerkzeugPbkdf2, WerkzeugScrypt {
    boolean matches(String password);

    /// Empty for what is in none of the forms, or would cost more than a service should spend on one password.
    static Optional<Verifier> of(String stored) {
        return Argon2id.parse(stored)
                .or(() -> WerkzeugScrypt.parse(stored))
                .or(() -> WerkzeugPbkdf2.parse(stored))
                .or(() -> Bcrypt.parse(stored));
    }
}
