package dev.slipway.backend.preferences;

import dev.slipway.backend.access.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import java.util.Objects;

/// What users prefer; users see and change their own preferences, administrators everybody's.
@Controller("/api/users/{id}/preferences")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PreferencesController {
    private final PreferencesRepository preferences;

    PreferencesController(PreferencesRepository preferences) {
        this.preferences = preferences;
    }

    /// Reads the preferences of a user, who has the defaults as long as nothing was chosen.
    @Get
    Preferences read(long id, Authentication authentication) {
        Caller.of(authentication).mustBe(id);
        return preferences.findByUserId(id).map(Preferences::of).orElseGet(() -> {
            if (!preferences.hasUser(id)) {
                throw nobody(id);
            }
            return Preferences.DEFAULT;
        });
    }

    /// Sets the preferences of a user.
    @Put
    Preferences change(long id, @Valid @Body Preferences chosen, Authentication authentication) {
        Caller.of(authentication).mustBe(id);
        int rows = preferences.put(
                id,
                Objects.requireNonNull(chosen.language()),
                Objects.requireNonNull(chosen.timeZone()),
                Objects.requireNonNull(chosen.emailNotifications()));
        if (rows == 0) {
            throw nobody(id);
        }
        return chosen;
    }

    private static HttpStatusException nobody(long id) {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "there is no user %d".formatted(id));
    }
}
