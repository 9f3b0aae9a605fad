package dev.slipway.runner.model.script;

/// Something about a script that is worth knowing, and no fault.
///
/// @param line counted from 1, or 0 for the script as a whole
public record ScriptNote(String origin, int line, String what) {
    public String text() {
        return "%s: %s".formatted(line == 0 ? origin : origin + ":" + line, what);
    }
}
