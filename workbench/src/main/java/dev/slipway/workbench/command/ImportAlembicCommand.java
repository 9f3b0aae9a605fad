package dev.slipway.workbench.command;

import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.LockOptions;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.ScriptOptions;
import dev.slipway.runner.engine.adopt.AlembicPosition;
import dev.slipway.runner.engine.adopt.StampRequest;
import dev.slipway.runner.engine.adopt.StampResult;
import dev.slipway.runner.engine.adopt.Stamper;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.workbench.alembic.AlembicImporter;
import dev.slipway.workbench.alembic.ImportRequest;
import dev.slipway.workbench.alembic.ImportResult;
import dev.slipway.workbench.alembic.ImportedScriptWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-alembic",
        description = {
            "Converts the revisions of Alembic or Flask-Migrate to scripts, without running Python.",
            "Run again, it adds what is new and touches nothing else."
        },
        footer = {
            "",
            "Examples:",
            "  slipway import-alembic alembic",
            "  slipway import-alembic alembic --upgrade-sql up.sql --downgrade-sql down.sql",
            "  slipway import-alembic alembic --stamp"
        })
final class ImportAlembicCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "Alembic's folder, which holds env.py, or the one above it")
    private Path folder = Path.of("");

    @Option(
            names = "--upgrade-sql",
            paramLabel = "FILE",
            description = "the output of `alembic upgrade base:heads --sql`; else upgrade.sql in DIR")
    private @Nullable Path upgradeSql;

    @Option(
            names = "--downgrade-sql",
            paramLabel = "FILE",
            description = "the output of `alembic downgrade heads:base --sql`; else downgrade.sql in DIR")
    private @Nullable Path downgradeSql;

    @Option(
            names = "--version-locations",
            paramLabel = "FOLDER",
            split = ",",
            description = "the folders of the revisions; else those that alembic.ini names, or versions in DIR")
    private List<Path> versionLocations = List.of();

    @Option(
            names = "--stamp",
            description =
                    "record in the database where Alembic left it; a terminal is asked, else the database stays as it is")
    private boolean stamp;

    ImportAlembicCommand(Context context) {
        this.context = context;
    }

    /// What was written, and what was recorded in the database that is given.
    ///
    /// @param known how many revisions have scripts now
    /// @param stamped null if no database is to be changed
    record Result(
            String folder,
            List<Written> scripts,
            List<String> notes,
            int known,
            @Nullable StampResult stamped) {}

    /// A script that was written.
    record Written(String file, String alembic) {}

    @Override
    public Report call() {
        RevisionFolder target = scripts.home(context);
        ImportResult imported = AlembicImporter.read(
                new ImportRequest(folder, versionLocations, upgradeSql, downgradeSql, target, Instant.now()));
        StampResult stamped = isToStamp()
                ? connection.connect(context, "import-alembic", session -> stamped(session, imported, target.folder()))
                : written(imported, target.folder());
        Result result = new Result(
                target.folder().toString(),
                written(imported),
                imported.notes(),
                imported.versions().size(),
                stamped);
        return Report.done(result, ImportAlembicText.of(result));
    }

    /// That a database is named in the environment does not say that it is to be changed.
    private boolean isToStamp() {
        if (stamp || !connection.isGiven(context)) {
            return stamp;
        }
        return context.question()
                .ask(List.of(), "record in %s where Alembic left it?".formatted(connection.where(context)))
                .orElse(false);
    }

    /// Where the database is must be known before anything is written.
    private StampResult stamped(Session session, ImportResult imported, Path target) {
        List<Version> revisions = AlembicPosition.find(session, imported.versions());
        return ImportedScriptWriter.write(
                target, imported.scripts(), () -> stamped(session, scripts.graph(context), revisions));
    }

    private StampResult stamped(Session session, RevisionGraph graph, List<Version> revisions) {
        StampRequest request = new StampRequest(
                graph,
                revisions,
                StampRequest.unknownToAlembic(graph),
                false,
                scripts.historyTable(),
                lock.runLockTimeout());
        return Stamper.stamp(session, request, context.progress());
    }

    /// The scripts have to fit to those that are there.
    private @Nullable StampResult written(ImportResult imported, Path target) {
        if (!imported.scripts().isEmpty()) {
            ImportedScriptWriter.write(target, imported.scripts(), () -> scripts.graph(context));
        }
        return null;
    }

    private static List<Written> written(ImportResult imported) {
        return imported.scripts().stream()
                .map(script -> new Written(script.name(), script.revision()))
                .toList();
    }
}
