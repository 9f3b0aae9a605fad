package dev.slipway.backend.company;

import dev.slipway.backend.access.Caller;
import dev.slipway.backend.access.Roles;
import dev.slipway.backend.problem.Refuses;
import dev.slipway.backend.version.Versions;
import dev.slipway.model.company.CompanySettings;
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

/// The settings of the company.
@Refuses.Anything
@Refuses.Unauthorized
@Controller("/api/company")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CompanyController {
    private final CompanyStore company;

    CompanyController(CompanyStore company) {
        this.company = company;
    }

    /// Reads the company's settings.
    ///
    /// @return the settings, with an ETag
    @Get
    HttpResponse<CompanyView> read() {
        return tagged(company.read());
    }

    /// Changes the company's settings, whose ETag is given as If-Match.
    ///
    /// @return the settings as they are now, with an ETag
    @Refuses.Forbidden
    @Refuses.PreconditionFailed
    @Refuses.UnsupportedMediaType
    @Put
    @Secured(Roles.ADMIN)
    HttpResponse<CompanyView> change(
            @Valid @Body CompanyChange change,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Authentication authentication) {
        return tagged(company.change(change, Versions.of(ifMatch), Caller.of(authentication)));
    }

    private static HttpResponse<CompanyView> tagged(CompanySettings settings) {
        return HttpResponse.ok(CompanyView.of(settings)).header(HttpHeaders.ETAG, CompanyStore.tag(settings));
    }
}
