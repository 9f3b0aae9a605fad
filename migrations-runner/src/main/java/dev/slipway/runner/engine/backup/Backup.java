package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.client.Client;
import dev.slipway.runner.postgres.client.Clients;
import dev.slipway.runner.postgres.client.Dump;
import dev.slipway.runner.postgres.client.DumpedTables;
import dev.slipway.runner.postgres.client.ExportedSnapshot;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Writes a backup of a database, and looks at it before it gets its name.
public final class Backup {
    private final Session session;
    private final BackupRequest request;
    private final Progress progress;
    private final BackupFolder folder;
    private final Client client;

    private Backup(Session session, BackupRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.progress = progress;
        this.client = Clients.find(request.clients(), request.environment()).toDump(session.majorVersion());
        this.folder = BackupFolder.prepared(request.to());
    }

    /// Makes sure of all that can be told before: a client that fits, and a folder that can be written to.
    ///
    /// @throws SlipwayException if one of them is missing
    public static Backup prepared(Session session, BackupRequest request, Progress progress) {
        return new Backup(session, request, progress);
    }

    /// Writes one while no run changes the database, and deletes older ones.
    ///
    /// @param runLockTimeout how long to wait for another runner
    public static BackupResult write(
            Session session, BackupRequest request, BackupScripts scripts, Duration runLockTimeout, Progress progress) {
        Backup backup = prepared(session, request, progress);
        FoundHistory found = HistorySearch.find(
                session, scripts.historyTable(), scripts.graph().scripts(), progress);
        RunLock lock = new RunLock(session, new HistoryTable(session, found.place()));
        BackupResult written = LockWait.holding(
                lock,
                runLockTimeout,
                progress,
                () -> backup.write(HistorySearch.again(session, found.place()), scripts.graph()));
        return written.without(backup.removeOlder());
    }

    /// Writes one. The caller holds the lock.
    public BackupResult write(FoundHistory found, RevisionGraph graph) {
        long start = System.nanoTime();
        List<String> position = new DatabaseState(graph, found.history())
                .position().stream().map(Version::toString).toList();
        try (ExportedSnapshot snapshot = ExportedSnapshot.of(session)) {
            List<String> tables = tables();
            String name = BackupName.of(session.databaseName(), position, found.exists(), snapshot.moment());
            progress.report(new Event.BackingUp(session.database()));
            DumpCall call = new DumpCall(session, new Dump(client, request.environment()), request, snapshot);
            PartialBackup partial = PartialBackup.begin(folder, name);
            try (partial) {
                BackupDescription description = call.write(partial.path(), tables, found, position);
                Path finished = partial.finish();
                return result(description, finished, Duration.ofNanos(System.nanoTime() - start));
            } finally {
                progress.report(new Event.BackupEnded());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        } catch (IOException e) {
            throw new SlipwayException(new BackupUnwritten(request.to().toString(), BackupFolder.reason(e)), e);
        }
    }

    private List<String> tables() {
        List<DumpedTables.Table> all = DatabaseCall.query("list the tables", () -> DumpedTables.tables(session));
        List<String> unreadable = all.stream()
                .filter(table -> !table.readable())
                .map(DumpedTables.Table::name)
                .toList();
        if (!unreadable.isEmpty()) {
            throw new SlipwayException(
                    new TablesUnreadable(session.database(), session.role().orElse(session.user()), unreadable));
        }
        return all.stream().map(DumpedTables.Table::name).toList();
    }

    private BackupResult result(BackupDescription description, Path finished, Duration took) {
        return new BackupResult(
                description.database(),
                finished.toString(),
                description.position(),
                description.taken(),
                description.fingerprint(),
                description.bytes(),
                description.tables().size(),
                description.rows(),
                !description.recipients().isEmpty(),
                took.toMillis(),
                List.of());
    }

    /// Deletes older backups of the same database, as many as are asked for.
    ///
    /// @return their folders
    public List<String> removeOlder() {
        Integer keep = request.keep();
        return keep == null ? List.of() : folder.keep(keep, session.database());
    }
}
