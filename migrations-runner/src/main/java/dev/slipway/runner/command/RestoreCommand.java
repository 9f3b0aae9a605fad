package dev.slipway.runner.command;

import dev.slipway.runner.engine.backup.Recipients;
import dev.slipway.runner.engine.backup.Restore;
import dev.slipway.runner.engine.backup.RestoreDrill;
import dev.slipway.runner.engine.backup.RestoreRequest;
import dev.slipway.runner.engine.backup.RestoreResult;
import dev.slipway.runner.engine.backup.StoredBackup;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Restores a backup into an empty database, and verifies the result.",
        footer = {
            "",
            "It exits with 1 if fingerprint, history or the rows of a table differ. Nothing in a database is ever dropped:",
            "to go back, restore beside it with --into, look at the result, and rename both databases.",
            "",
            "Examples:",
            "  slipway restore backups/app-at-7-20261128T140305Z --into app_restored",
            "  slipway restore backups/app-at-7-20261128T140305Z --drill",
        })
final class RestoreCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Parameters(paramLabel = "BACKUP", description = "the folder of a backup")
    private Path backup = Path.of("");

    @Option(
            names = "--into",
            paramLabel = "NAME",
            description = "make a database of this name beside the one of the URL, and restore into it")
    private @Nullable String into;

    @Option(
            names = "--drill",
            description = "restore into a scratch database that is dropped afterwards; the database is not asked")
    private boolean drill;

    @Option(
            names = "--no-owner",
            description = "leave out owners and privileges, for a server that does not have the roles")
    private boolean noOwner;

    @Option(
            names = Recipients.IDENTITY,
            paramLabel = "FILE",
            description = "the file with the secret key of an encrypted backup, as age-keygen writes it")
    private @Nullable Path identity;

    @SuppressWarnings("UnusedVariable") // its value is nobody's: typed because every neighbour takes it
    @Option(
            names = "--locations",
            paramLabel = "LOCATION",
            split = ",",
            description = "ignored; accepted because `backup` and the other commands take it")
    private List<String> locations = List.of();

    RestoreCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        String name = into;
        if (drill && name != null) {
            throw new SlipwayException(
                    new UsageFailure("--drill and --into exclude each other", "leave one of the two out"));
        }
        RestoreRequest request = new RestoreRequest(
                StoredBackup.whole(backup),
                client.jobs,
                !noOwner,
                identity,
                client.folder,
                context.environment(),
                lock.runLockTimeout);
        RestoreResult result = drill ? drilled(request) : restored(request, name);
        ExitCode exitCode = result.differences().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        return new Report(exitCode, result, RestoreText.of(result));
    }

    private RestoreResult drilled(RestoreRequest request) {
        return RestoreDrill.run(
                scratch.request(context, "restore", connection.waitTimeout, connection.schemas(context)),
                request,
                context.progress());
    }

    private RestoreResult restored(RestoreRequest request, @Nullable String name) {
        return connection.connect(
                context,
                "restore",
                session -> name == null
                        ? Restore.into(session, request, context.progress())
                        : Restore.beside(session, name, request, context.progress()));
    }
}
