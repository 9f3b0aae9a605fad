package dev.slipway.backend.schema;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Serves a page that shows administrators the schema and how it came there. The page holds nothing of it by itself: it
/// signs in and asks `GET /api/schema`.
@Hidden
@Controller("/schema")
@Secured(SecurityRule.IS_ANONYMOUS)
final class SchemaPageController {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private final byte[] page = resource("page.html");
    private final byte[] script = resource("page.js");
    private final byte[] style = resource("page.css");

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

    private static byte[] resource(String name) {
        try (InputStream resource = SchemaPageController.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
