package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The scripts that an earlier run left applied in part.
record PartialScripts(Map<Script, HistoryRow> rows) {
    static PartialScripts of(ScriptSet scripts, History history) {
        Map<Script, HistoryRow> rows = new LinkedHashMap<>();
        Map<Version, HistoryRow> versions = history.versions();
        Stream.<Script.Revision>concat(scripts.versioned().stream(), scripts.baselines().stream())
                .forEach(script -> Optional.ofNullable(versions.get(script.version()))
                        .filter(row -> !row.success() && row.type().equals(type(script)))
                        .ifPresent(row -> rows.put(script, row)));
        scripts.repeatable()
                .forEach(script -> history.lastRun(script.description())
                        .filter(row -> !row.success())
                        .ifPresent(row -> rows.put(script, row)));
        return new PartialScripts(rows);
    }

    private static String type(Script.Revision script) {
        return switch (script) {
            case Script.Versioned _ -> HistoryRow.SQL;
            case Script.Baseline _ -> HistoryRow.SQL_BASELINE;
        };
    }

    List<Finding> findings(String database, Placeholders placeholders) {
        return rows.entrySet().stream()
                .map(begun -> finding(database, begun.getKey(), begun.getValue(), placeholders))
                .toList();
    }

    private static Finding finding(String database, Script script, HistoryRow row, Placeholders placeholders) {
        boolean readable =
                StepReader.inspect(List.of(script), placeholders).problems().isEmpty();
        if (!readable) {
            return partly(database, script, "in part");
        }
        Step step = StepReader.read(List.of(script), placeholders).getFirst();
        Optional<ResumePoint> done = ResumePoint.of(step.statements(), Objects.requireNonNullElse(row.checksum(), 0));
        if (done.isEmpty()) {
            Mismatch changed = new Mismatch.Failed(script.label(), row.script());
            return new Finding(database, changed.text(), DatabaseCheck.REFUSED, changed.help());
        }
        return partly(
                database,
                script,
                "up to statement %d of %d"
                        .formatted(done.get().done(), step.statements().size()));
    }

    private static Finding partly(String database, Script script, String howFar) {
        return new Finding(
                database,
                "%s (%s) is applied %s".formatted(script.label(), script.file().path(), howFar),
                "the database is between two revisions",
                "run `upgrade`: it goes on from there");
    }
}
