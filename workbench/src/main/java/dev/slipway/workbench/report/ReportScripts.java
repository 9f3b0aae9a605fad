package dev.slipway.workbench.report;

import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The scripts of entries, by path.
final class ReportScripts {
    private final Map<String, Script> scripts;

    ReportScripts(ScriptSet set) {
        scripts = set.all()
                .collect(Collectors.toMap(script -> script.file().path(), Function.identity(), (first, _) -> first));
    }

    Optional<Script> of(HistoryResult.Entry entry) {
        return at(entry.script());
    }

    Optional<Script> undoOf(HistoryResult.Entry entry) {
        return at(entry.undo());
    }

    private Optional<Script> at(@Nullable String path) {
        return path == null ? Optional.empty() : Optional.ofNullable(scripts.get(path));
    }
}
