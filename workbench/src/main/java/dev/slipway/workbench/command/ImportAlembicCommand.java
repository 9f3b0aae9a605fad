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
import dev.slipway.runner.engine.script.Conventions;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.workbench.alembic.AlembicImporter;
import dev.slipway.workbench.alembic.ImportRequest;
import dev.slipway.workbench.alembic.ImportResult;
import dev.slipway.workbench.alembic.ImportedScriptWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-alembic",
        description = "Converts the revisions of Alembic or Flask-Migrate to scripts, without running Python.",
        footer = {
            "",
            "Examples:",
            "  slipway import-alembic alembic",
            "  slipway import-alembic alembic --upgrade-sql up.sql --downgrade-sql down.sql",
            "  slipway import-alembic alembic --no-stamp"
        })
final class ImportAlembicCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Parameters(paramLabel = "DIR", description = "Alembic's folder, which holds versions, or the one above it")
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

    @Option(names = "--no-stamp", description = "do not record in the database where Alembic left it")
    private boolean noStamp;

    ImportAlembicCommand(Context context) {
        this.context = context;
    }

    /// What was written, and what was recorded in the database that is given.
    ///
    /// @param stamped null if no database is given, or none is to be changed
    record Result(
            String folder,
            List<Written> scripts,
            List<String> notes,
            @Nullable StampResult stamped) {}

    /// A script that was written.
    record Written(String file, String alembic) {}

    @Override
    public Report call() {
        Path target = scripts.folder(context);
        Conventions conventions = scripts.conventions(context);
        ImportResult imported =
                AlembicImporter.read(new ImportRequest(folder, upgradeSql, downgradeSql, target, conventions.naming()));
        Optional<StampResult> stamped = noStamp || !connection.isGiven(context)
                ? ImportedScriptWriter.write(target, conventions, imported.scripts(), _ -> Optional.empty())
                : connection.connect(context, "import-alembic", session -> stamped(session, imported, target));
        Result result = new Result(target.toString(), written(imported), imported.notes(), stamped.orElse(null));
        return Report.done(result, ImportAlembicText.of(result));
    }

    /// Where the database is must be known before anything is written.
    private Optional<StampResult> stamped(Session session, ImportResult imported, Path target) {
        List<Version> revisions = AlembicPosition.find(session, imported.versions());
        return ImportedScriptWriter.write(
                target,
                scripts.conventions(context),
                imported.scripts(),
                graph -> Optional.of(Stamper.stamp(
                        session,
                        new StampRequest(graph, revisions, false, scripts.historyTable(), lock.runLockTimeout()),
                        context.progress())));
    }

    private static List<Written> written(ImportResult imported) {
        return imported.scripts().stream()
                .map(script -> new Written(script.name(), script.revision()))
                .toList();
    }
}
