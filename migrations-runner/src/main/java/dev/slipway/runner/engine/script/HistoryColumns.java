package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.function.Consumer;

/// What the columns of the history hold. A longer version is not cut as a description is, since it would be another
/// one, and neither is the path of a script.
final class HistoryColumns {
    private static final int VERSION = 50;
    private static final int SCRIPT = 1000;

    private HistoryColumns() {}

    static void check(Script script, Consumer<ScriptProblem> problems) {
        int version = version(script).length();
        String origin = script.file().origin();
        if (version > VERSION) {
            problems.accept(ScriptProblem.unusable(
                    origin,
                    "its version has %d characters, and the history has room for %d".formatted(version, VERSION),
                    "give it a shorter version"));
        }
        int path = script.file().path().length();
        if (path > SCRIPT) {
            problems.accept(ScriptProblem.unusable(
                    origin,
                    "its path has %d characters, and the history has room for %d".formatted(path, SCRIPT),
                    "put it into folders with shorter names"));
        }
    }

    private static String version(Script script) {
        return switch (script) {
            case Script.Revision revision -> revision.version().toString();
            case Script.Undo undo -> undo.version().toString();
            case Script.Repeatable _ -> "";
        };
    }
}
