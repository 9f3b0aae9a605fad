package dev.slipway.runner.command;

import dev.slipway.runner.engine.inspect.RevisionSummary;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/// Revisions as lines of a list.
final class RevisionText {
    private final boolean verbose;

    /// @param verbose whether there are more lines on each
    RevisionText(boolean verbose) {
        this.verbose = verbose;
    }

    String of(RevisionSummary revision) {
        return list(List.of(revision));
    }

    String list(List<RevisionSummary> revisions) {
        Iterator<String> lines = TextTable.lines(
                        revisions.stream().map(RevisionText::cells).toList())
                .iterator();
        return revisions.stream()
                .map(revision -> lines.next() + (verbose ? details(revision) : ""))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(RevisionSummary revision) {
        return List.of(revision.version().toString(), revision.description(), revision.script(), marks(revision));
    }

    private static String marks(RevisionSummary revision) {
        List<String> marks = new ArrayList<>();
        if (revision.branchLabel() != null) {
            marks.add("(%s)".formatted(revision.branchLabel()));
        }
        if (revision.head()) {
            marks.add("(head)");
        }
        return String.join(" ", marks);
    }

    private static String details(RevisionSummary revision) {
        return "\n  parents: %s\n  undo:    %s"
                .formatted(
                        revision.parents().isEmpty() ? "none" : Version.list(revision.parents()),
                        revision.undo() == null ? "none" : revision.undo());
    }
}
