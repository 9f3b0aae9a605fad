package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.FleetResult;
import dev.slipway.runner.engine.fleet.TenantOutcome;
import dev.slipway.runner.engine.script.FileReplacement;
import dev.slipway.runner.model.FileFault;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The file that `--metrics` names: what became of the tenants, in the text format of Prometheus, as the collector of
/// text files of its node exporter reads it.
final class FleetMetrics {
    private final Path file;

    private FleetMetrics(Path file) {
        this.file = file;
    }

    /// @throws SlipwayException with a usage failure if there is no folder to write it to
    static FleetMetrics at(String name) {
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (folder != null && Files.isDirectory(folder) && Files.isWritable(folder) && !Files.isDirectory(file)) {
                return new FleetMetrics(file);
            }
        } catch (InvalidPathException _) {
            // cannot be written either
        }
        throw new SlipwayException(new UsageFailure(
                "file \"%s\" cannot be written".formatted(name), "give --metrics a file in a folder that is there"));
    }

    /// Writes it. The tenants are done by then: what hinders it is only told.
    void write(String command, FleetResult result, Consumer<String> warning) {
        try {
            FileReplacement.write(file, text(command, result, Instant.now()));
        } catch (IOException e) {
            warning.accept("--metrics \"%s\" was not written: %s".formatted(file, FileFault.of(e)));
        }
    }

    private static String text(String command, FleetResult result, Instant end) {
        Map<String, Long> counts = result.tenants().stream()
                .collect(Collectors.groupingBy(FleetMetrics::labels, TreeMap::new, Collectors.counting()));
        String tenants = counts.entrySet().stream()
                .map(count ->
                        "slipway_tenants{command=\"%s\",%s} %d\n".formatted(command, count.getKey(), count.getValue()))
                .collect(Collectors.joining());
        return gauge("slipway_tenants", "Tenants of the last run, by what became of them.")
                + tenants
                + gauge("slipway_tenants_run_seconds", "How long the last run took.")
                + "slipway_tenants_run_seconds{command=\"%s\"} %d.%03d\n"
                        .formatted(
                                command,
                                result.took().toSeconds(),
                                result.took().toMillisPart())
                + gauge("slipway_tenants_run_timestamp_seconds", "When the last run ended, since 1970.")
                + "slipway_tenants_run_timestamp_seconds{command=\"%s\"} %d\n".formatted(command, end.getEpochSecond());
    }

    private static String labels(TenantOutcome outcome) {
        String exitCode = outcome instanceof TenantOutcome.NotRun
                ? ""
                : String.valueOf(outcome.exitCode().code());
        return "outcome=\"%s\",exit_code=\"%s\""
                .formatted(TenantReport.of(outcome).outcome(), exitCode);
    }

    private static String gauge(String name, String help) {
        return "# HELP %1$s %2$s\n# TYPE %1$s gauge\n".formatted(name, help);
    }
}
