package dev.slipway.workbench.changes;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import java.util.ArrayList;
import java.util.List;

/// What a proof showed of a case, as its file expects it.
record Outcome(Manifest manifest, int exitCode, String autogenerate) {
    private static final Version BASE = Version.of("1");

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("prove: " + exitCode);
        manifest.revisions().forEach((version, proved) -> {
            if (!version.equals(BASE)) {
                lines.addAll(lines(version, proved));
            }
        });
        lines.add("autogenerate: " + autogenerate);
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(Version version, ProvedRevision proved) {
        List<String> lines = new ArrayList<>();
        String irreversible = proved.irreversible();
        lines.add("undo of %s: %s".formatted(version, irreversible == null ? "restores the schema" : irreversible));
        proved.hazards().stream().map(Outcome::line).distinct().sorted().forEach(lines::add);
        return lines;
    }

    private static String line(HazardFound hazard) {
        return "hazard: %s %s"
                .formatted(
                        hazard.script().substring(0, hazard.script().indexOf("__")),
                        hazard.hazard().code());
    }
}
