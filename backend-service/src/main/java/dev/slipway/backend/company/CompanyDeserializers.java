package dev.slipway.backend.company;

import dev.slipway.backend.problem.WholeBody;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;

/// How the bodies of requests for the company are read.
@Factory
final class CompanyDeserializers {
    @Singleton
    Deserializer<CompanyChange> companyChange(WholeBody bodies) {
        return bodies.of(CompanyChange.class);
    }
}
