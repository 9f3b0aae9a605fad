package dev.slipway.workbench.autogenerate;

import java.util.List;

/// SQL for one difference in one phase.
///
/// @param table the table it works on
/// @param notes what people should know of it, without `--`
/// @param up the statements, without `;`
/// @param down those that take them back, in the order in which they run; none if another tool has to find them
/// @param choice whether somebody has to choose one of the statements, which are therefore comments
record ScriptPart(
        ScriptPhase phase, String table, List<String> notes, List<String> up, List<String> down, boolean choice) {
    ScriptPart {
        notes = List.copyOf(notes);
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    static ScriptPart of(ScriptPhase phase, String table, String up, String down) {
        return new ScriptPart(phase, table, List.of(), List.of(up), List.of(down), false);
    }

    ScriptPart noting(String... notes) {
        return new ScriptPart(phase, table, List.of(notes), up, down, choice);
    }
}
