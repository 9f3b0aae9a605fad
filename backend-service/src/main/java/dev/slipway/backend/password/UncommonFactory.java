package dev.slipway.backend.password;

import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;

/// The rule behind [Uncommon]. Nothing at all does not break it.
@Factory
final class UncommonFactory {
    @Singleton
    ConstraintValidator<Uncommon, String> uncommon() {
        return (value, _, _) -> value == null || !CommonPasswords.contain(value);
    }
}
