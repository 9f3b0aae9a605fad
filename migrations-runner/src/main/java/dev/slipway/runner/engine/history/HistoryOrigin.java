package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether a history is that of some scripts. Names alone tell nothing: every project begins with a `V1__init.sql`.
enum HistoryOrigin {
    /// It holds a script as it is here.
    SAME,
    /// It holds scripts, and none as it is here.
    OTHER,
    /// It holds nothing that came from a script.
    UNTOLD;

    static HistoryOrigin of(History history, ScriptSet scripts) {
        Map<Version, Script.Versioned> known = scripts.versioned().stream()
                .collect(Collectors.toMap(Script.Versioned::version, Function.identity(), (first, _) -> first));
        boolean scripted = false;
        for (HistoryRow row : history.rows()) {
            Script.Versioned script = row.version() == null ? null : known.get(row.version());
            if (script != null && isOf(row, script)) {
                return SAME;
            }
            scripted |= row.checksum() != null;
        }
        return scripted ? OTHER : UNTOLD;
    }

    private static boolean isOf(HistoryRow row, Script.Versioned script) {
        Integer recorded = row.checksum();
        return recorded == null
                ? row.script().equals(script.file().path())
                : recorded == script.file().checksum();
    }
}
