package dev.slipway.workbench.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// SQL for one difference in one phase.
///
/// @param table the table it works on
/// @param allowed hazards that people need not look at, each with its reason: `fails-on-data ...`
/// @param undoAllowed the same for the way back
/// @param notes what people should know of it, without `--`
/// @param up the statements, without `;`
/// @param down those that take them back, in the order in which they run; none if another tool has to find them
/// @param choice whether somebody has to choose one of the statements, which are therefore comments
record ScriptPart(
        ScriptPhase phase,
        String table,
        List<String> allowed,
        List<String> undoAllowed,
        List<String> notes,
        List<String> up,
        List<String> down,
        boolean choice) {
    private static final String KEPT = "data-lost-in-undo rows keep what they were given";

    ScriptPart {
        allowed = List.copyOf(allowed);
        undoAllowed = List.copyOf(undoAllowed);
        notes = List.copyOf(notes);
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    ScriptPart(
            ScriptPhase phase, String table, List<String> notes, List<String> up, List<String> down, boolean choice) {
        this(phase, table, List.of(), List.of(), notes, up, down, choice);
    }

    static ScriptPart of(ScriptPhase phase, String table, String up, String down) {
        return new ScriptPart(phase, table, List.of(), List.of(up), List.of(down), false);
    }

    ScriptPart afterKey() {
        return new ScriptPart(phase.afterKey(), table, allowed, undoAllowed, notes, up, down, choice);
    }

    ScriptPart noting(String... notes) {
        List<String> all = Stream.concat(this.notes.stream(), Stream.of(notes)).toList();
        return new ScriptPart(phase, table, allowed, undoAllowed, all, up, down, choice);
    }

    ScriptPart allowing(String... hazards) {
        return new ScriptPart(phase, table, List.of(hazards), undoAllowed, notes, up, down, choice);
    }

    /// What it writes into rows stays there when it is taken back.
    ScriptPart keepingRows() {
        return new ScriptPart(phase, table, allowed, List.of(KEPT), notes, up, down, choice);
    }

    /// The way back stops at rows that hold one of the values, which it does not know.
    ///
    /// @param values as SQL
    ScriptPart stoppingAt(String values) {
        List<String> noted = new ArrayList<>(down);
        noted.set(
                0,
                "-- Rows that hold %s stop this: give them another value first.\n".formatted(values) + down.getFirst());
        return new ScriptPart(phase, table, allowed, undoAllowed, notes, up, noted, choice);
    }
}
