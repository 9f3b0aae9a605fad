package dev.slipway.backend.preferences;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.problem.Refuses;
import dev.slipway.backend.version.Versions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/// What users prefer; users see and change their own preferences, administrators everybody's.
@Refuses.Anything
@Refuses.Unauthorized
@Refuses.Forbidden
@Refuses.NotFound
@Controller("/api/users/{id}/preferences")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PreferencesController {
    private final PreferencesStore preferences;

    PreferencesController(PreferencesStore preferences) {
        this.preferences = preferences;
    }

    /// Reads the preferences of a user, who has the defaults as long as nothing was chosen.
    ///
    /// @return the preferences, with an ETag
    @Get
    HttpResponse<Preferences> read(long id, Authentication authentication) {
        Caller.of(authentication).mustBe(id);
        return tagged(preferences.read(id));
    }

    /// Sets the preferences of a user, whose ETag is given as If-Match.
    ///
    /// @return the preferences as they are now, with an ETag
    @Refuses.PreconditionFailed
    @Refuses.UnsupportedMediaType
    @Put
    HttpResponse<Preferences> change(
            long id,
            @Valid @Body Preferences chosen,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        caller.mustBe(id);
        return tagged(preferences.change(id, chosen, Versions.of(ifMatch), caller));
    }

    private static HttpResponse<Preferences> tagged(Preferences preferences) {
        return HttpResponse.ok(preferences).header(HttpHeaders.ETAG, preferences.tag());
    }
}
