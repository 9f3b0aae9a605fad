package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What repeatable scripts have to do with the schema of a database. They ran in whatever text they then had; only
/// if that is the proved one, after all revisions, one knows what they made.
public final class RepeatableObjects {
    private final Manifest manifest;
    private final Map<String, HistoryRow> last = new TreeMap<>();

    public RepeatableObjects(Manifest manifest, History history) {
        this.manifest = manifest;
        history.rows().stream().filter(HistoryRow::isRepeatable).forEach(row -> last.put(row.description(), row));
    }

    /// All objects that a proved repeatable script touches.
    public Set<SchemaObject.Key> keys() {
        return manifest.repeatables().values().stream()
                .flatMap(proved -> proved.changes().stream())
                .map(Change::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Whether a script ran in a text of which nothing is known.
    public boolean hasFormer() {
        return last.entrySet().stream().anyMatch(run -> {
            ProvedRepeatable proved = manifest.repeatables().get(run.getKey());
            return proved == null || !isProved(proved, run.getValue());
        });
    }

    /// What those made that ran in their proved text.
    public List<Change> current(Collection<Version> applied) {
        if (!applied.containsAll(manifest.revisions().keySet())) {
            return List.of();
        }
        return manifest.repeatables().entrySet().stream()
                .filter(proved -> {
                    HistoryRow row = last.get(proved.getKey());
                    return row != null && row.success() && !row.isUndo() && isProved(proved.getValue(), row);
                })
                .flatMap(proved -> proved.getValue().changes().stream())
                .toList();
    }

    public Set<SchemaObject.Key> currentKeys(Collection<Version> applied) {
        return current(applied).stream().map(Change::key).collect(Collectors.toSet());
    }

    private static boolean isProved(ProvedRepeatable proved, HistoryRow row) {
        Integer checksum = row.checksum();
        return checksum != null && proved.script().checksums().contains(checksum);
    }
}
