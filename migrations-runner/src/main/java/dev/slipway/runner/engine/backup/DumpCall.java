package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.model.ProgramVersion;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.client.ClientProcess;
import dev.slipway.runner.postgres.client.Dump;
import dev.slipway.runner.postgres.client.DumpedTables;
import dev.slipway.runner.postgres.client.ExportedSnapshot;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Dumps a database as it was at a moment, and meanwhile reads of the same moment what the dump must hold.
///
/// @param snapshot the moment
record DumpCall(Session session, Dump dump, BackupRequest request, ExportedSnapshot snapshot) {
    static final String FILE = "dump";
    static final String ENCRYPTED = "dump.age";
    static final String NOTHING_WRITTEN = "no backup was written";

    /// @param folder of the backup
    /// @param tables all that are dumped
    BackupDescription write(Path folder, List<String> tables, FoundHistory found, List<String> position)
            throws IOException, InterruptedException {
        Contents contents =
                request.recipients().isEmpty() ? plain(folder, tables, found) : encrypted(folder, tables, found);
        BackupDescription description = new BackupDescription(
                BackupDescription.FORMAT,
                session.database(),
                session.databaseName(),
                snapshot.moment().truncatedTo(ChronoUnit.MILLIS).toString(),
                position,
                RestoredDatabase.applied(found.history()),
                found.exists() ? found.place() : null,
                contents.schema().fingerprint(),
                session.serverVersion(),
                dump.client().version(),
                ProgramVersion.text(),
                snapshot.encoding(),
                request.format().name().toLowerCase(Locale.ROOT),
                request.recipients(),
                contents.rows(),
                StoredFile.in(folder));
        BackupJson.write(description, folder);
        return description;
    }

    /// What the dump must hold.
    private record Contents(Schema schema, SortedMap<String, Long> rows) {}

    private Contents plain(Path folder, List<String> tables, FoundHistory found) throws InterruptedException {
        Path file = folder.resolve(FILE);
        Contents contents;
        try (ClientProcess process = dump.start(session, snapshot, request.format(), file, request.jobs())) {
            contents = contents(tables, found, process);
            process.await(NOTHING_WRITTEN);
        }
        try (ClientProcess look = dump.list(file)) {
            look.await(NOTHING_WRITTEN);
        }
        return contents;
    }

    private Contents encrypted(Path folder, List<String> tables, FoundHistory found)
            throws IOException, InterruptedException {
        try (ClientProcess process = dump.stream(session, snapshot);
                ClientProcess look = dump.listStream()) {
            EncryptedDump written = EncryptedDump.begin(request.recipients(), process, look, folder.resolve(ENCRYPTED));
            Contents contents = contents(tables, found, process, written);
            written.await();
            process.await(NOTHING_WRITTEN);
            look.await(NOTHING_WRITTEN);
            return contents;
        }
    }

    /// A dump that nobody takes ends too; why it was not taken is the reason to tell.
    private Contents contents(List<String> tables, FoundHistory found, ClientProcess process, EncryptedDump written)
            throws IOException, InterruptedException {
        try {
            return contents(tables, found, process);
        } catch (SlipwayException e) {
            if (!process.isRunning()) {
                written.await();
            }
            throw e;
        }
    }

    private Contents contents(List<String> tables, FoundHistory found, ClientProcess process)
            throws InterruptedException {
        return new Contents(
                DatabaseCall.query("read the schema", () -> SchemaReader.read(session, scope(found.place()))),
                rows(tables, process));
    }

    static SchemaScope scope(HistoryPlace place) {
        return SchemaScope.without(place.table());
    }

    /// Ends early if the dump does.
    private SortedMap<String, Long> rows(List<String> tables, ClientProcess process) throws InterruptedException {
        SortedMap<String, Long> rows = new TreeMap<>();
        for (String table : tables) {
            if (!process.isRunning()) {
                process.await(NOTHING_WRITTEN);
            }
            rows.put(table, DatabaseCall.query("count the rows of " + table, () -> DumpedTables.count(session, table)));
        }
        return rows;
    }
}
