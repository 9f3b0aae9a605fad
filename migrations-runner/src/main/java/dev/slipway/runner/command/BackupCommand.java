package dev.slipway.runner.command;

import dev.slipway.runner.engine.backup.Backup;
import dev.slipway.runner.engine.backup.BackupRequest;
import dev.slipway.runner.engine.backup.BackupResult;
import dev.slipway.runner.engine.backup.BackupScripts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "backup",
        description = "Writes a backup with pg_dump, and a description to verify it by.",
        footer = {
            "",
            "A backup is a folder: the dump, which pg_restore reads as well, and backup.json with position, fingerprint,",
            "checksums and the number of rows of each table at the same moment. It gets its name when it is whole.",
            "",
            "It needs PostgreSQL's client of the version of the server or newer.",
            "",
            "Examples:",
            "  slipway backup --backups /backups --keep-backups 7",
            "  slipway backup --dump-format directory --jobs 4",
        })
final class BackupCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Mixin
    private final BackupOptions backup = new BackupOptions();

    BackupCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        BackupRequest request = backup.request(context);
        BackupScripts source =
                new BackupScripts(scripts.graph(scripts.inspect(context).scripts()), scripts.historyTable());
        BackupResult result = connection.read(
                context,
                "backup",
                session -> Backup.write(session, request, source, lock.runLockTimeout, context.progress()));
        return Report.done(result, BackupText.of(result));
    }
}
