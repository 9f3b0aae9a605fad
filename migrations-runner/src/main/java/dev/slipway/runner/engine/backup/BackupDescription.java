package dev.slipway.runner.engine.backup;

import dev.slipway.runner.postgres.connect.SearchPath;
import dev.slipway.runner.postgres.history.HistoryPlace;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a backup: `backup.json` beside the dump.
///
/// @param format of this file; a program reads its own alone
/// @param database with its server, without secrets: `app on db:5432`
/// @param taken the moment it shows, by the clock of the server, in UTC
/// @param position the revisions it is at
/// @param applied the versions that the history has
/// @param history where the history lies, or null if there is none
/// @param fingerprint of the schema
/// @param server its version
/// @param client the version of `pg_dump`
/// @param slipway the version of Slipway
/// @param dump `custom` or `directory`
/// @param recipients whom it is encrypted for; none if it is not
/// @param tables how many rows each has
/// @param files all that belong to it but this one
record BackupDescription(
        int format,
        String database,
        String name,
        String taken,
        List<String> position,
        List<String> applied,
        @Nullable HistoryPlace history,
        String fingerprint,
        String server,
        String client,
        String slipway,
        String encoding,
        String dump,
        List<String> recipients,
        SortedMap<String, Long> tables,
        List<StoredFile> files) {
    static final int FORMAT = 2;

    /// With the fingerprint that manifests of format 1 had as well.
    static final int ORDERED_FINGERPRINT = 1;

    BackupDescription {
        position = List.copyOf(position);
        applied = List.copyOf(applied);
        recipients = List.copyOf(recipients);
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        files = List.copyOf(files);
    }

    /// Where the history lies, or where it would.
    HistoryPlace place() {
        return history == null ? new HistoryPlace(SearchPath.PUBLIC, HistoryPlace.USUAL_TABLE) : history;
    }

    long bytes() {
        return files.stream().mapToLong(StoredFile::bytes).sum();
    }

    long rows() {
        return tables.values().stream().mapToLong(Long::longValue).sum();
    }
}
