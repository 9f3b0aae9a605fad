package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.catalog.ReadOnlySnapshot;
import dev.slipway.runner.postgres.client.DumpedTables;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryReader;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a restored database holds, beside what its backup says.
///
/// @param applied the versions that its history has
record RestoredDatabase(
        BackupDescription backup, String fingerprint, List<String> applied, SortedMap<String, Long> tables) {
    static RestoredDatabase read(Session session, BackupDescription backup) {
        return ReadOnlySnapshot.during(session, () -> {
            Schema schema = DatabaseCall.query(
                    "read the schema", () -> SchemaReader.read(session, DumpCall.scope(backup.place())));
            String fingerprint = backup.format() == BackupDescription.ORDERED_FINGERPRINT
                    ? schema.orderedFingerprint()
                    : schema.fingerprint();
            HistoryPlace place = backup.history();
            List<String> applied = place == null ? List.of() : applied(session, place);
            return new RestoredDatabase(backup, fingerprint, applied, tables(session));
        });
    }

    private static List<String> applied(Session session, HistoryPlace place) {
        return DatabaseCall.query("read the history", () -> HistoryReader.read(session, place))
                .map(RestoredDatabase::applied)
                .orElse(List.of());
    }

    /// The versions that a history has.
    static List<String> applied(History history) {
        return history.versions().entrySet().stream()
                .filter(entry -> entry.getValue().success())
                .map(entry -> entry.getKey().toString())
                .toList();
    }

    private static SortedMap<String, Long> tables(Session session) {
        SortedMap<String, Long> rows = new TreeMap<>();
        DatabaseCall.query("list the tables", () -> DumpedTables.tables(session))
                .forEach(table -> rows.put(
                        table.name(),
                        DatabaseCall.query(
                                "count the rows of " + table.name(), () -> DumpedTables.count(session, table.name()))));
        return rows;
    }

    /// How it differs from its backup, one line each.
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (!fingerprint.equals(backup.fingerprint())) {
            differences.add("the schema has the fingerprint %s, and the backup says %s"
                    .formatted(fingerprint, backup.fingerprint()));
        }
        if (!applied.equals(backup.applied())) {
            differences.add(
                    "the history has %s, and the backup says %s".formatted(list(applied), list(backup.applied())));
        }
        SortedSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(backup.tables().keySet());
        for (String name : names) {
            Long now = tables.get(name);
            Long then = backup.tables().get(name);
            if (now == null || !now.equals(then)) {
                differences.add("%s: %s, and the backup says %s".formatted(name, rows(now), rows(then)));
            }
        }
        return differences;
    }

    private static String list(List<String> versions) {
        return versions.isEmpty() ? "no revision" : String.join(", ", versions);
    }

    private static String rows(@Nullable Long number) {
        return number == null ? "no table" : "%d rows".formatted(number);
    }
}
