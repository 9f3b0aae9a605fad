package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A file for Prometheus says what became of the tenants.
final class FleetMetricsTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    @TempDir
    Path folder;

    @Test
    void itIsWrittenWhatEverBecameOfThem() throws IOException {
        Path file = folder.resolve("slipway.prom");
        tenants.project().execute("create schema b; create table b.people (id int)");
        String list = tenants.list("a", "b", "c", "d");
        assertThat(tenants.run("upgrade", "--tenants", list, "--parallel", "1", "--metrics", file.toString())
                        .exitCode())
                .isEqualTo(3);
        assertThat(Files.readString(file).replaceAll("(_seconds\\{.*}) [\\d.]+\n", "$1 N\n"))
                .isEqualTo("""
            # HELP slipway_tenants Tenants of the last run, by what became of them.
            # TYPE slipway_tenants gauge
            slipway_tenants{command="upgrade",outcome="ended",exit_code="0"} 3
            slipway_tenants{command="upgrade",outcome="failed",exit_code="3"} 1
            # HELP slipway_tenants_run_seconds How long the last run took.
            # TYPE slipway_tenants_run_seconds gauge
            slipway_tenants_run_seconds{command="upgrade"} N
            # HELP slipway_tenants_run_timestamp_seconds When the last run ended, since 1970.
            # TYPE slipway_tenants_run_timestamp_seconds gauge
            slipway_tenants_run_timestamp_seconds{command="upgrade"} N
            """);
        assertThat(folder.toFile().list()).containsExactly("slipway.prom");
    }

    @Test
    void aFolderThatIsMissingIsToldBeforeATenantIsTouched() throws IOException {
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a"), "--metrics", "/no/such/folder/x.prom")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: file "/no/such/folder/x.prom" cannot be written
              state: nothing was changed
              help:  give --metrics a file in a folder that is there
            """);
        assertThat(tenants.project().query("select to_regnamespace('a')")).containsExactly("");
    }
}
