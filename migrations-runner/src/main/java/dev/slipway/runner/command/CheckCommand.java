package dev.slipway.runner.command;

import dev.slipway.runner.engine.autogenerate.AutogenerateRequest;
import dev.slipway.runner.engine.autogenerate.ModelCheck;
import dev.slipway.runner.engine.check.CheckResult;
import dev.slipway.runner.engine.check.Checker;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.script.Reading;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Finding;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        aliases = "validate",
        description = "Finds all that is wrong with the scripts, and with the database if one is given; for CI.",
        footer = {
            "",
            "It changes nothing and takes no lock. It ends with 1 if there is a finding. With the workbench it tells"
                    + " as",
            "well whether the entities ask for what the scripts do not give.",
            "",
            "Examples:",
            "  slipway check --locations migrations",
            "  slipway check --offline --format json",
            "  DATABASE_URL=postgresql://me:secret@localhost/app slipway check"
        })
final class CheckCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final EntityOptions entities = new EntityOptions();

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Option(names = "--offline", description = "check the scripts alone, even if a database is given")
    private boolean offline;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        Reading reading = scripts.inspect(context);
        boolean given = !offline && connection.isGiven(context);
        CheckResult result = given && reading.problems().isEmpty()
                ? connection.connect(
                        context,
                        "check",
                        session -> new Checker(reading, placeholders.of(context, session, scripts), scripts.manifest())
                                .check(session, scripts.history(context, session, reading.scripts())))
                : new Checker(reading, placeholders.withoutDatabase(context, scripts), scripts.manifest()).check();
        boolean compared = !offline && entities.isGiven() && reading.problems().isEmpty();
        CheckResult all = compared ? result.with(model(reading)) : result;
        return new Report(
                all.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS,
                all,
                CheckText.of(all, given) + (compared && !entities.isReadable() ? EntityOptions.UNREAD : ""));
    }

    private List<Finding> model(Reading reading) {
        if (!entities.isReadable()) {
            return List.of();
        }
        AutogenerateRequest request = new AutogenerateRequest(
                RevisionGraph.of(reading.scripts()),
                new Target.Heads(),
                scripts.historyTable,
                session -> placeholders.of(context, session, scripts),
                entities.read("check"),
                entities.kept(),
                List.of(),
                Set.of());
        return scratch.lend(
                context,
                "check",
                connection.waitTimeout,
                server -> ModelCheck.finding(server, request, entities.where()).stream()
                        .toList());
    }
}
