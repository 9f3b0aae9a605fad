package dev.slipway.backend.auth;

import dev.slipway.backend.problem.WholeBody;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;

/// How the bodies of requests for sign-in are read.
@Factory
final class SignInDeserializers {
    @Singleton
    Deserializer<Credentials> credentials(WholeBody bodies) {
        return bodies.of(Credentials.class);
    }

    @Singleton
    Deserializer<Refresh> refresh(WholeBody bodies) {
        return bodies.of(Refresh.class);
    }

    @Singleton
    Deserializer<NewPassword> newPassword(WholeBody bodies) {
        return bodies.of(NewPassword.class);
    }
}
