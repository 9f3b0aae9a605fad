package dev.slipway.backend.description;

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

/// Serves the description that the compiler wrote (OpenAPI), and a page that shows it and sends requests.
///
/// The description is JSON, which is YAML as well (YAML 1.2, 1.3), so that both kinds of readers find what they expect.
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class DescriptionController {
    private static final String YAML = "application/yaml";
    private static final String SCRIPT = "text/javascript";
    private static final String STYLE = "text/css";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private final byte[] description = resource("/META-INF/swagger/openapi.json");
    private final byte[] page = resource("page.html");
    private final byte[] script = resource("page.js");
    private final byte[] style = resource("page.css");

    @Get(value = "/openapi.yml", produces = YAML)
    byte[] yaml() {
        return description;
    }

    @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
    byte[] json() {
        return description;
    }

    @Get(value = "/docs", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(page).header("Content-Security-Policy", POLICY);
    }

    @Get(value = "/docs/page.js", produces = SCRIPT)
    byte[] script() {
        return script;
    }

    @Get(value = "/docs/page.css", produces = STYLE)
    byte[] style() {
        return style;
    }

    private static byte[] resource(String name) {
        try (InputStream resource = DescriptionController.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
