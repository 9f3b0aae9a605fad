package dev.slipway.runner.command;

import dev.slipway.runner.engine.check.CheckResult;
import dev.slipway.runner.engine.check.Checker;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        aliases = "validate",
        description = "Checks the scripts, and the database if one is given, and reports all problems; for CI.",
        footer = {
            "",
            "It changes nothing, takes no lock, and exits with 1 if there is a problem. With the workbench it also checks",
            "that the scripts give what the entities need, with --offline as well.",
            "",
            "Examples:",
            "  slipway check",
            "  slipway check --offline --format json",
            "  slipway check --format github     (remarks beside the lines of a change)",
            "  slipway check --format sarif > slipway.sarif",
            "  DATABASE_URL=postgresql://me:secret@localhost/app slipway check",
            "  slipway check --flyway"
        })
final class CheckCommand implements Callable<Report>, Reviewing {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final EntityCheck entities = Workbench.find().entityCheck();

    @Option(names = "--offline", description = "do not compare a database, even if one is given")
    private boolean offline;

    @Option(
            names = "--flyway",
            description = "also run Flyway's own validate on the same scripts and database; it writes nothing")
    private boolean flyway;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        boolean given = !offline && connection.isGiven(context);
        refuseFlywayAlone(given);
        boolean mapped = entities.isGiven();
        LoadedScripts reading = scripts.inspect(context);
        CheckResult result = given && reading.problems().isEmpty()
                ? connection.read(context, "check", session -> check(session, reading))
                : new Checker(reading, placeholders.withoutDatabase(context, scripts), scripts.manifest()).check();
        boolean compared = mapped && reading.problems().isEmpty();
        CheckResult all = compared ? result.with(differences(reading)) : result;
        ExitCode exitCode = all.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        return new Report(exitCode, all, CheckText.of(all, given))
                .with(CheckReview.of(all, reading.scripts(), scripts.place(), given));
    }

    private void refuseFlywayAlone(boolean given) {
        if (flyway && !given) {
            throw new SlipwayException(new UsageFailure(
                    "--flyway needs a database", "set DATABASE_URL or --url, and leave --offline out"));
        }
    }

    private CheckResult check(Session session, LoadedScripts reading) {
        Checker checker = new Checker(reading, placeholders.of(context, session, scripts), scripts.manifest());
        FoundHistory found = scripts.history(context, session, reading.scripts());
        return flyway
                ? checker.check(
                        session,
                        found,
                        scripts.equivalent(context)
                                .check(reading.scripts(), found.place(), placeholders.given(context)))
                : checker.check(session, found);
    }

    private List<Finding> differences(LoadedScripts reading) {
        return entities.findings(
                RevisionGraph.of(reading.scripts()), new GivenScripts(context, scripts, placeholders), connection);
    }
}
