package dev.slipway.backend.preferences;

import dev.slipway.backend.problem.WholeBody;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;

/// How the bodies of requests for preferences are read.
@Factory
final class PreferencesDeserializers {
    @Singleton
    Deserializer<Preferences> preferences(WholeBody bodies) {
        return bodies.of(Preferences.class);
    }
}
