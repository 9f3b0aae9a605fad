package dev.slipway.runner.model.script;

/// A fault of a script that is found without a database.
///
/// @param line counted from 1, or 0 if the file as a whole is at fault
/// @param unusable whether it is no fault of what stands in the script: the file cannot be read, or the history has no
/// room for its name
public record ScriptProblem(String origin, int line, String what, String help, boolean unusable) {
    public ScriptProblem(String origin, int line, String what, String help) {
        this(origin, line, what, help, false);
    }

    /// A file that cannot be used whatever stands in it.
    public static ScriptProblem unusable(String origin, String what, String help) {
        return new ScriptProblem(origin, 0, what, help, true);
    }

    public String where() {
        return line == 0 ? origin : origin + ":" + line;
    }
}
