package dev.slipway.backend.problem;

import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;

/// The rules of this service's own constraints. Nothing at all breaks none of them.
@Factory
final class Constraints {
    @Singleton
    ConstraintValidator<TimeZoneName, String> timeZoneName() {
        return (value, _, _) -> value == null || ZoneId.getAvailableZoneIds().contains(value);
    }

    @Singleton
    ConstraintValidator<LanguageTag, String> languageTag() {
        return (value, _, _) -> value == null || isLanguage(value);
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
