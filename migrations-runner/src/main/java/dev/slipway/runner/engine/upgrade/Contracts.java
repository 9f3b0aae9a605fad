package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The applied revisions that only services built for them can run on.
final class Contracts {
    private final SortedSet<Version> applied;

    Contracts(ScriptSet scripts, History history) {
        Set<Version> versions = history.versions().keySet();
        applied = scripts.versioned().stream()
                .filter(script -> script.header().contract())
                .map(Script.Versioned::version)
                .filter(versions::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What the record must say once the script is applied, or null if it stays as it is.
    @Nullable
    Collection<Version> after(Script script) {
        if (script instanceof Script.Versioned versioned && script.header().contract()) {
            applied.add(versioned.version());
            return applied;
        }
        return null;
    }
}
