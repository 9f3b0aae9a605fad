package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.script.UnfilledScript;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Revises;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands in the files of a new revision before somebody fills them in: comments that ask for SQL, so that they
/// are refused until then, unless they join branches.
record RevisionTexts(
        Version version, List<Version> parents, @Nullable String branchLabel) {
    private static final String NO_TRANSACTION = "-- transaction: off\n";
    private static final String ALLOWED = "-- allow: ";

    String script() {
        String label = branchLabel == null ? "" : "-- branch-label: %s\n".formatted(branchLabel);
        return """
                -- revises: %s
                %s
                -- %s
                """.formatted(from(), label, hint());
    }

    String undo() {
        return "-- %s\n"
                .formatted(
                        isMerge()
                                ? "Parts %s again. What the merge changed, if anything, is taken back here."
                                        .formatted(enumerated(parents))
                                : UnfilledScript.requestBack(version.toString(), from()));
    }

    String script(RevisionDraft draft) {
        StringBuilder header = new StringBuilder("-- revises: %s\n".formatted(from()));
        if (branchLabel != null) {
            header.append("-- branch-label: %s\n".formatted(branchLabel));
        }
        if (!draft.transaction()) {
            header.append(NO_TRANSACTION);
        }
        if (draft.contract()) {
            header.append("-- compat: contract\n");
        }
        return below(header.toString(), draft.script());
    }

    String undo(RevisionDraft draft) {
        return draft.undoTransaction() ? draft.undo() : below(NO_TRANSACTION, draft.undo());
    }

    /// A draft may begin with header lines of its own.
    private static String below(String header, String draft) {
        return header + (draft.startsWith(ALLOWED) ? "" : "\n") + draft;
    }

    private String hint() {
        return isMerge()
                ? "Joins %s. SQL is needed only where they do not fit together.".formatted(enumerated(parents))
                : UnfilledScript.request(from(), version.toString());
    }

    private boolean isMerge() {
        return parents.size() > 1;
    }

    private String from() {
        return parents.isEmpty() ? Revises.NONE : Version.list(parents);
    }

    /// For example `7, 8 and 9`.
    static String enumerated(List<Version> versions) {
        return versions.size() < 2
                ? Version.list(versions)
                : versions.subList(0, versions.size() - 1).stream()
                        .map(Version::toString)
                        .collect(Collectors.joining(", ", "", " and " + versions.getLast()));
    }
}
