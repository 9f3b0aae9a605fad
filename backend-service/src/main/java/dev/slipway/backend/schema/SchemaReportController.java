package dev.slipway.backend.schema;

import dev.slipway.backend.access.Roles;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

/// Gives administrators the report on the scripts, also while the gate is closed.
@Hidden
@Controller("/api/schema/report")
@Secured(Roles.ADMIN)
final class SchemaReportController {
    private final PackedReport report;

    SchemaReportController(PackedReport report) {
        this.report = report;
    }

    @Get(produces = MediaType.TEXT_HTML)
    byte[] read() {
        return report.html();
    }
}
