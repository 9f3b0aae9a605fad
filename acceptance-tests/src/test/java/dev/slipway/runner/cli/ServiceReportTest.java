package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the service shows of its scripts is what `report` writes of them, but for the moment at which it was written.
final class ServiceReportTest {
    private static final String PACKED = "backend-service/src/report/dev/slipway/backend/schema/report.html";

    @Test
    void theReportThatTheServiceHandsOutIsThatOfItsScripts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Run run =
                Run.with(Map.of(), "report", "--locations", Reference.SCRIPTS.toString(), "--output", file.toString());
        assertThat(run.exitCode()).isZero();

        String page = Files.readString(file).replaceAll("<dt>Written</dt><dd>[^<]*</dd>", "");
        new GeneratedDocument(PACKED, page).verify();
    }
}
