package dev.slipway.backend.schema;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The page that `slipway report` wrote of the scripts. Its style and its script are handed out as files, since the
/// policy of the page that shows them allows no others.
@Singleton
final class PackedReport {
    private final byte[] html = resource("report.html");
    private final byte[] style = content("style");
    private final byte[] script = content("script");

    byte[] html() {
        return html;
    }

    byte[] style() {
        return style;
    }

    byte[] script() {
        return script;
    }

    private byte[] content(String element) {
        String page = new String(html, StandardCharsets.UTF_8);
        int start = page.indexOf("<%s>".formatted(element)) + element.length() + 2;
        return page.substring(start, page.indexOf("</%s>".formatted(element), start))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] resource(String name) {
        try (InputStream resource = PackedReport.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
