package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.RenumberResult;
import dev.slipway.runner.engine.revision.Renumberer;
import dev.slipway.runner.engine.script.LoadedScripts;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "renumber",
        description = "Gives a revision another version, for example when two people took the same.",
        footer = {
            "",
            "Only what was applied nowhere may be renumbered. The script and its undo script are renamed, the revision",
            "builds on the only head of the others, and its entry in manifest.json moves along. A database that is given",
            "is asked first.",
            "",
            "Examples:",
            "  slipway renumber V5__add_phone.sql     (the other V5 keeps its version)",
            "  slipway renumber 7 --version-id 9",
            "  slipway renumber V5__add_phone.sql --timestamp"
        })
final class RenumberCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final VersionOptions options = new VersionOptions();

    @Option(names = "--offline", description = "ask no database, even if one is given")
    private boolean offline;

    @Parameters(paramLabel = "SCRIPT", description = "the file of the script, or its version if no other one has it")
    private String script = "";

    RenumberCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        LoadedScripts reading = scripts.inspect(context);
        Renumberer renumberer = new Renumberer(reading, script);
        String version = options.version(reading::scripts);
        String database = offline || !connection.isGiven(context) ? null : asked(reading, renumberer);
        RenumberResult result = renumberer.to(version, scripts.manifest(), InstantSource.system(), database);
        return Report.done(result, RenumberText.of(result));
    }

    private @Nullable String asked(LoadedScripts reading, Renumberer renumberer) {
        return connection.read(context, "renumber", session -> {
            renumberer.refuseApplied(
                    scripts.history(context, session, reading.scripts()).history(), session.database());
            return session.database();
        });
    }
}
