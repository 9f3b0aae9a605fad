package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.RevisionRequest;
import dev.slipway.runner.engine.revision.RevisionWriter;
import dev.slipway.runner.engine.revision.WrittenRevision;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revision",
        description = "Writes the scripts of a new revision: to be filled in, from entities, or for a bridge.",
        footer = {
            "",
            "With --autogenerate, two scratch databases are compared: one with what the scripts give, one with what the",
            "entities need. The scripts that close the difference run while a service works on filled tables, as several",
            "revisions if need be, and are proved. What entities cannot express stays: views, triggers, functions,",
            "policies, checks, partial and expression indexes, privileges.",
            "",
            "With --bridge two columns of a table are kept equal by triggers, so that services of two generations can",
            "work on it: one writes the left column, one the right. A second script fills the rows that are there, in",
            "batches. The left column goes with --drop-bridge, in a contract revision, when no service uses it any"
                    + " more.",
            "A side may have an expression over the column of the other, for example",
            "users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else 'member' end",
            "",
            "Examples:",
            "  slipway revision -m \"add phone to users\"",
            "  slipway revision -m \"add phone to users\" --head 6 --branch-label phones",
            "  slipway revision -m \"a schema of its own\" --head base",
            "  slipway revision --autogenerate -m \"full names\" --entities target/classes",
            "  slipway revision --autogenerate -m \"full names\" --rename users.name=users.full_name",
            "  slipway revision -m \"hashed password\" --bridge 'users.password_hash <-> users.hashed_password'",
            "  slipway revision -m \"old hash\" --drop-bridge 'users.password_hash <-> users.hashed_password'"
        })
final class RevisionCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final AutogenerateOptions autogenerate = new AutogenerateOptions();

    @Mixin
    private final BridgeOptions bridges = new BridgeOptions();

    @Mixin
    private final RevisionOptions options = new RevisionOptions();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "what the revision is for; its files are named by it")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REV",
            description = "the revision it builds on, else the only head; base for none")
    @Nullable
    private String head;

    RevisionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionRequest request = new RevisionRequest(message, head, options.version, options.branchLabel);
        if (bridges.isGiven()) {
            return new BridgeCall(context, scripts, placeholders, autogenerate, bridges.isDrop())
                    .report(request, bridges.bridges(autogenerate.autogenerate));
        }
        if (autogenerate.autogenerate) {
            return new AutogenerateCall(context, scripts, placeholders, autogenerate).report(request);
        }
        WrittenRevision written = new RevisionWriter(scripts.home(context), InstantSource.system()).revision(request);
        return Report.done(written, WrittenText.of(written));
    }
}
