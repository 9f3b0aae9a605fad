package dev.slipway.backend.user;

import dev.slipway.backend.problem.WholeBody;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;

/// How the bodies of requests for users are read.
@Factory
final class UserDeserializers {
    @Singleton
    Deserializer<NewUser> newUser(WholeBody bodies) {
        return bodies.of(NewUser.class);
    }

    @Singleton
    Deserializer<UserChange> userChange(WholeBody bodies) {
        return bodies.of(UserChange.class);
    }
}
