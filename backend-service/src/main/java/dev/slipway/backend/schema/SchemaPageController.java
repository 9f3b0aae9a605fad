package dev.slipway.backend.schema;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/// Serves a page that shows administrators the schema and how it came there. The page holds nothing of it by itself: it
/// signs in, asks `GET /api/schema`, and shows it with what `GET /api/schema/report` tells of the scripts.
@Hidden
@Controller("/schema")
@Secured(SecurityRule.IS_ANONYMOUS)
final class SchemaPageController {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private final byte[] page = PackedReport.resource("page.html");
    private final byte[] script = PackedReport.resource("page.js");
    private final byte[] style = PackedReport.resource("page.css");
    private final PackedReport report;

    SchemaPageController(PackedReport report) {
        this.report = report;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(page).header("Content-Security-Policy", POLICY);
    }

    @Get(value = "/page.js", produces = "text/javascript")
    byte[] script() {
        return script;
    }

    @Get(value = "/page.css", produces = "text/css")
    byte[] style() {
        return style;
    }

    @Get(value = "/report.js", produces = "text/javascript")
    byte[] reportScript() {
        return report.script();
    }

    @Get(value = "/report.css", produces = "text/css")
    byte[] reportStyle() {
        return report.style();
    }
}
