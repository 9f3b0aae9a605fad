package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.client.Client;
import dev.slipway.runner.postgres.client.ClientProcess;
import dev.slipway.runner.postgres.client.Clients;
import dev.slipway.runner.postgres.client.DatabaseContents;
import dev.slipway.runner.postgres.client.Dump;
import dev.slipway.runner.postgres.client.NewDatabase;
import dev.slipway.runner.postgres.client.PgRestore;
import dev.slipway.runner.postgres.client.Statistics;
import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Restores a backup into an empty database, and compares what is there then with what the backup says.
public final class Restore {
    static final String EMPTY = "nothing was changed: the database is still empty";
    private static final String PARTLY =
            "a part was restored, since several sessions share no transaction: drop the database, and make it anew";

    private final Session session;
    private final RestoreRequest request;
    private final Progress progress;
    private final Client client;

    private Restore(Session session, RestoreRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.progress = progress;
        BackupDescription backup = request.backup().description();
        if (session.majorVersion() < StoredBackup.major(backup.server())) {
            throw new SlipwayException(new ServerOlder(session.database(), session.serverVersion(), backup.server()));
        }
        if (request.backup().isEncrypted()) {
            new EncryptedRestore(request).requireKey();
        }
        this.client = Clients.find(request.clients(), request.environment())
                .toRestore(session.majorVersion(), StoredBackup.major(backup.client()));
    }

    /// Restores into the database of a session.
    ///
    /// @throws SlipwayException with `DatabaseOccupied` if there is anything in it
    public static RestoreResult into(Session session, RestoreRequest request, Progress progress) {
        Restore restore = new Restore(session, request, progress);
        BackupDescription backup = request.backup().description();
        HistoryTable table = new HistoryTable(session, backup.place());
        return LockWait.holding(new RunLock(session, table), request.runLockTimeout(), progress, restore::underLock);
    }

    /// Restores into a new database beside that of a session, which is there only if all went well.
    ///
    /// @throws SlipwayException with `DatabaseThere` if there is one of this name
    public static RestoreResult beside(Session session, String name, RestoreRequest request, Progress progress) {
        if (DatabaseCall.query("look for the database", () -> NewDatabase.exists(session, name))) {
            throw new SlipwayException(new DatabaseThere(name));
        }
        // all that can be refused is, before anything is made
        new Restore(session, request, progress);
        String encoding = request.backup().description().encoding();
        try (NewDatabase database = NewDatabase.create(session, name, encoding)) {
            RestoreResult result = into(database, request, progress);
            database.keep();
            return result;
        }
    }

    private static RestoreResult into(NewDatabase database, RestoreRequest request, Progress progress) {
        try {
            return switch (database.connect()) {
                case ConnectAttempt.Connected(Session other) -> {
                    try (other) {
                        yield into(other, request, progress);
                    }
                }
                case ConnectAttempt.Failed failed ->
                    throw new SlipwayException(new DatabaseUnavailable(
                            "that was just made", failed.reason(), failed.said(), Duration.ZERO, 1));
            };
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SlipwayException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
    }

    private RestoreResult underLock() {
        List<String> found =
                DatabaseCall.query("list the objects in the database", () -> DatabaseContents.first(session));
        if (!found.isEmpty()) {
            throw new SlipwayException(new DatabaseOccupied(session.database(), session.databaseName(), found));
        }
        long start = System.nanoTime();
        progress.report(new Event.Restoring(request.backup().name()));
        try {
            run();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            progress.report(new Event.BackupEnded());
        }
        List<String> differences =
                RestoredDatabase.read(session, request.backup().description()).differences();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        DatabaseCall.run("analyze the tables", () -> Statistics.gather(session));
        return result(took, differences);
    }

    private void run() throws InterruptedException {
        BackupDescription backup = request.backup().description();
        boolean several = request.jobs() > 1
                && backup.dump().equals(Dump.Format.DIRECTORY.name().toLowerCase(Locale.ROOT));
        PgRestore pgRestore = new PgRestore(client, request.environment(), request.owners());
        int jobs = several ? request.jobs() : 1;
        if (request.backup().isEncrypted()) {
            new EncryptedRestore(request).run(pgRestore, session);
            return;
        }
        try (ClientProcess process = pgRestore.start(session, request.backup().dump(), jobs)) {
            process.await(several ? PARTLY : EMPTY);
        }
    }

    private RestoreResult result(Duration took, List<String> differences) {
        BackupDescription backup = request.backup().description();
        return new RestoreResult(
                session.database(),
                request.backup().name(),
                false,
                backup.position(),
                backup.taken(),
                backup.fingerprint(),
                backup.tables().size(),
                backup.rows(),
                took.toMillis(),
                differences);
    }
}
