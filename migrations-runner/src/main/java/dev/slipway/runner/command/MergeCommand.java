package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.MergeRequest;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.revision.RevisionWriter;
import dev.slipway.runner.engine.revision.WrittenRevision;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Writes the revision that joins several heads.",
        footer = {"", "Examples:", "  slipway merge", "  slipway merge -m \"merge phones and emails\" 7 8"})
final class MergeCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final LocationOptions location = new LocationOptions();

    @Mixin
    private final RevisionOptions options = new RevisionOptions();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "what the revision is for; its files are named after it; else the revisions it joins")
    @Nullable
    private String message;

    @Parameters(paramLabel = "REV", arity = "0..*", description = "the revisions to join, else all heads")
    private List<String> revisions = List.of();

    MergeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionFolder home = location.home(context);
        WrittenRevision written = new RevisionWriter(home, InstantSource.system())
                .merge(new MergeRequest(
                        message, revisions, options.version.version(home::scripts), options.branchLabel));
        return Report.done(written, WrittenText.of(written));
    }
}
