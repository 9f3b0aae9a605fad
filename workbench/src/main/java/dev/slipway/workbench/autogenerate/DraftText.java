package dev.slipway.workbench.autogenerate;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the two files of a revision, below what every revision says.
///
/// @param allowed what the header of the script allows: `fails-on-data no service fills users.code yet`
/// @param script statements, each ending in a line end
/// @param undoAllowed what the header of the undo script allows
/// @param undo statements that take the script back; empty if there is nothing to take back
record DraftText(SequencedSet<String> allowed, String script, SequencedSet<String> undoAllowed, String undo) {
    private static final String NOTHING = "select 'nothing to take back';\n";

    /// One script that does what both do, this one first.
    DraftText then(DraftText next) {
        return new DraftText(
                union(allowed, next.allowed),
                joined(script, next.script),
                union(undoAllowed, next.undoAllowed),
                joined(next.undo, undo));
    }

    String file() {
        return header(allowed) + script;
    }

    String undoFile() {
        return header(undoAllowed) + (undo.isEmpty() ? NOTHING : undo);
    }

    private static String header(SequencedSet<String> allowed) {
        return allowed.isEmpty()
                ? ""
                : allowed.stream().map("-- allow: %s\n"::formatted).collect(Collectors.joining()) + "\n";
    }

    private static SequencedSet<String> union(SequencedSet<String> some, SequencedSet<String> others) {
        SequencedSet<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String joined(String first, String second) {
        return Stream.of(first, second).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
