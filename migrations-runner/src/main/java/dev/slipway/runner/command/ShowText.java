package dev.slipway.runner.command;

import dev.slipway.runner.engine.inspect.RevisionResult;
import dev.slipway.runner.engine.inspect.RevisionSummary;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One revision as a page.
final class ShowText {
    private ShowText() {}

    static String of(RevisionResult result) {
        RevisionSummary revision = result.revision();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("revision:", revision.version().toString()));
        rows.add(List.of("description:", revision.description()));
        rows.add(List.of("parents:", versions(revision.parents())));
        rows.add(List.of("children:", versions(result.children())));
        if (!places(result).isEmpty()) {
            rows.add(List.of("is:", String.join(", ", places(result))));
        }
        if (revision.branchLabel() != null) {
            rows.add(List.of("label:", revision.branchLabel()));
        }
        rows.add(List.of("file:", result.file()));
        rows.add(List.of("undo:", result.undoFile() == null ? "none, it cannot be taken back" : result.undoFile()));
        rows.add(List.of("transaction:", result.transaction() ? "on, unless a statement cannot run in one" : "off"));
        Duration lockTimeout = result.lockTimeout();
        rows.add(List.of("lock timeout:", lockTimeout == null ? "that of the run" : Durations.text(lockTimeout)));
        rows.add(List.of("compat:", result.compat()));
        rows.add(List.of("checksum:", Integer.toString(result.checksum())));
        return String.join("\n", TextTable.lines(rows)) + "\n\n" + result.sql().stripTrailing();
    }

    private static String versions(List<Version> versions) {
        return versions.isEmpty() ? "none" : Version.list(versions);
    }

    private static List<String> places(RevisionResult result) {
        List<String> places = new ArrayList<>();
        if (result.base()) {
            places.add("base");
        }
        if (result.revision().head()) {
            places.add("head");
        }
        if (result.branchPoint()) {
            places.add("branch point");
        }
        if (result.merge()) {
            places.add("merge");
        }
        return places;
    }
}
