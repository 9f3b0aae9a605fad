package dev.slipway.runner.engine.manifest;

import com.google.gson.JsonObject;
import dev.slipway.runner.model.LockMode;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.manifest.WorkKind;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads and writes what a statement does with a table.
final class WorkJson {
    private static final Set<String> KEYS = Set.of(
            ManifestNames.LINE,
            ManifestNames.TRANSACTION,
            ManifestNames.WORK,
            ManifestNames.TABLE,
            ManifestNames.LOCKS);

    private WorkJson() {}

    static JsonObject json(TableWork work) {
        JsonObject object = new JsonObject();
        object.addProperty(ManifestNames.LINE, work.line());
        object.addProperty(ManifestNames.TRANSACTION, work.transaction());
        object.addProperty(ManifestNames.WORK, work.kind().word());
        object.addProperty(ManifestNames.TABLE, work.table());
        JsonObject locks = new JsonObject();
        work.locks().forEach((table, mode) -> locks.addProperty(table, mode.words()));
        object.add(ManifestNames.LOCKS, locks);
        return object;
    }

    static TableWork read(ManifestFields fields) {
        fields.with(KEYS);
        String word = fields.text(ManifestNames.WORK);
        return new TableWork(
                fields.number(ManifestNames.LINE),
                fields.number(ManifestNames.TRANSACTION),
                WorkKind.of(word)
                        .orElseThrow(() -> ManifestFaults.newer("this program knows no work \"%s\"".formatted(word))),
                fields.text(ManifestNames.TABLE),
                locks(fields.fields(ManifestNames.LOCKS)));
    }

    private static SortedMap<String, LockMode> locks(ManifestFields fields) {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        for (String table : fields.keys()) {
            String words = fields.text(table);
            locks.put(
                    table,
                    LockMode.ofWords(words)
                            .orElseThrow(() -> new ManifestFaults(
                                    "\"%s\" is no lock: \"%s\"".formatted(fields.place(table), words))));
        }
        return locks;
    }
}
