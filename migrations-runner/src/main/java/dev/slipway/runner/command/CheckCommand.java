package dev.slipway.runner.command;

import dev.slipway.runner.engine.check.CheckResult;
import dev.slipway.runner.engine.check.Checker;
import dev.slipway.runner.engine.script.Reading;
import dev.slipway.runner.model.ExitCode;
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
            "It changes nothing and takes no lock. It ends with 1 if there is a finding.",
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

    @Option(names = "--offline", description = "check the scripts alone, even if a database is given")
    private boolean offline;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        Reading reading = scripts.inspect();
        boolean given = !offline && connection.isGiven(context);
        CheckResult result = given && reading.problems().isEmpty()
                ? connection.connect(
                        context,
                        "check",
                        session -> new Checker(reading, placeholders.of(context, session, scripts), scripts.manifest())
                                .check(session, scripts.historyTable))
                : new Checker(reading, placeholders.withoutDatabase(context, scripts), scripts.manifest()).check();
        return new Report(
                result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS, result, CheckText.of(result, given));
    }
}
