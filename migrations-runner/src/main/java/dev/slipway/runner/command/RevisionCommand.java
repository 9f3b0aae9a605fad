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
        description = "Writes the script and the undo script of a new revision, to be filled in.",
        footer = {
            "",
            "Examples:",
            "  slipway revision -m \"add phone to users\" --locations migrations",
            "  slipway revision -m \"add phone to users\" --head 6 --branch-label phones --locations migrations",
            "  slipway revision -m \"a schema of its own\" --head base --locations migrations"
        })
final class RevisionCommand implements Callable<Report> {
    @Mixin
    private final LocationOptions location = new LocationOptions();

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

    @Override
    public Report call() {
        WrittenRevision written = new RevisionWriter(location.home(), InstantSource.system())
                .revision(new RevisionRequest(message, head, options.version, options.branchLabel));
        return Report.done(written, WrittenText.of(written));
    }
}
