package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A page as Chromium shows it in a frame as wide as a phone.
///
/// @param file the page
/// @param fragment what stands behind its address, with `#`, or nothing
record ShownPage(Path file, String fragment) {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /// As Chromium's engine counts what somebody prefers.
    private static final int DARK = 0;

    private static final int LIGHT = 1;

    /// The frame is read once its page is loaded; what it gives is all there is in this page.
    private static final String FRAME = """
        <!doctype html>
        <meta charset="utf-8">
        <iframe id="frame" width="390" height="844" src="%s"></iframe>
        <script>
          document.getElementById('frame').onload = event => {
            const { contentWindow: window, contentDocument: document } = event.target;
            const text = id => document.getElementById(id).innerText.replaceAll(/\\n+/g, '\\n');
            event.target.ownerDocument.body.textContent = %s;
          };
        </script>
        """;

    /// What an expression of JavaScript gives; `text('drift')` is the text of an element as it is shown.
    String evaluate(String expression) throws IOException, InterruptedException {
        return evaluate(expression, LIGHT);
    }

    /// The same for somebody who prefers dark pages.
    String evaluateInTheDark(String expression) throws IOException, InterruptedException {
        return evaluate(expression, DARK);
    }

    private String evaluate(String expression, int scheme) throws IOException, InterruptedException {
        if (!Files.isExecutable(CHROMIUM)) {
            assertThat(System.getenv("CI")).as("in CI there is a chromium").isNull();
            Assumptions.abort("no chromium is installed");
        }
        Path frame = Files.writeString(
                file.resolveSibling("frame.html"), FRAME.formatted(file.getFileName() + fragment, expression));
        Path profile = Files.createTempDirectory(file.getParent(), "profile");
        Process chromium = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--allow-file-access-from-files",
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--user-data-dir=" + profile,
                        "--dump-dom",
                        frame.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String page = new String(chromium.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(chromium.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return page.replaceAll("(?s)^.*<body>|</body>.*$", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
