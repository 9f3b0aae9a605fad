package dev.slipway.runner.command;

import dev.slipway.runner.engine.check.CheckResult;
import dev.slipway.runner.model.Plural;
import java.util.ArrayList;
import java.util.List;

/// The findings, and a line that counts them.
final class CheckText {
    static final String NOT_COMPARED = "the database was not looked at: scripts with faults cannot be compared with it";

    private CheckText() {}

    /// @param given whether a database was to be compared
    static String of(CheckResult result, boolean given) {
        List<String> lines = new ArrayList<>();
        result.notes().forEach(note -> lines.add("note: " + note.text()));
        result.findings().forEach(finding -> lines.add(finding.text()));
        if (result.database() != null) {
            result.database().impacts().forEach(impact -> lines.add(impact.text()));
        }
        if (given && result.database() == null) {
            lines.add(NOT_COMPARED);
        }
        lines.add(summary(result));
        return String.join("\n", lines);
    }

    static String summary(CheckResult result) {
        int found = result.findings().size();
        CheckResult.Compared database = result.database();
        CheckResult.Flyway flyway = result.flyway();
        return "%s: %s%s%s%s"
                .formatted(
                        found == 0 ? "no problems" : Plural.of(found, "problem"),
                        Plural.of(result.revisions(), "revision"),
                        result.heads().isEmpty()
                                ? ""
                                : ", " + Plural.of(result.heads().size(), "head"),
                        database == null
                                ? ""
                                : "; %s %s"
                                        .formatted(
                                                database.name(),
                                                PositionText.of(database.position(), database.ahead())),
                        flyway == null
                                ? ""
                                : "; Flyway %s %s"
                                        .formatted(
                                                flyway.version(),
                                                flyway.findings().isEmpty() ? "could go on from here" : "objects"));
    }
}
