package dev.slipway.backend.company;

import dev.slipway.backend.access.Roles;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;

/// The settings of the company.
@Controller("/api/company")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CompanyController {
    private static final short THE_ROW = 1;

    private final CompanyRepository company;

    CompanyController(CompanyRepository company) {
        this.company = company;
    }

    /// Reads the company's settings.
    @Get
    CompanyView read() {
        return CompanyView.of(company.findById(THE_ROW).orElseThrow());
    }

    /// Changes the company's settings.
    @Put
    @Secured(Roles.ADMIN)
    CompanyView change(@Valid @Body CompanyChange change) {
        company.update(change.applied(THE_ROW));
        return read();
    }
}
