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

@Command(name = "revision", description = "Writes the scripts of a new revision.")
final class RevisionCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final RevisionGenerator generator = Workbench.find().revisionGenerator();

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
        RevisionRequest request = new RevisionRequest(
                message,
                head,
                options.version.version(() -> scripts.home(context).scripts()),
                options.branchLabel);
        if (generator.isGiven()) {
            return generator.report(request, new GivenScripts(context, scripts, placeholders));
        }
        WrittenRevision written = new RevisionWriter(scripts.home(context), InstantSource.system()).revision(request);
        return Report.done(written, WrittenText.of(written));
    }
}
