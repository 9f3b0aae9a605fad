package dev.slipway.runner.model.script;

/// A fault of a script that is found without a database.
///
/// @param line counted from 1, or 0 if the file as a whole is at fault
public record ScriptProblem(String origin, int line, String what, String help) {
    public String where() {
        return line == 0 ? origin : origin + ":" + line;
    }
}
