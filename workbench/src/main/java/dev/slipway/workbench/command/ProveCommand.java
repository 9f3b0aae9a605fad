package dev.slipway.workbench.command;

import dev.slipway.runner.command.ConnectionOptions;
import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.ModelOptions;
import dev.slipway.runner.command.PlaceholderOptions;
import dev.slipway.runner.command.Report;
import dev.slipway.runner.command.Reviewing;
import dev.slipway.runner.command.ScratchOptions;
import dev.slipway.runner.command.ScriptOptions;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestAltered;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.manifest.ManifestUnreadable;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.workbench.prove.ProofServers;
import dev.slipway.workbench.prove.ProveCall;
import dev.slipway.workbench.prove.ProveRequest;
import dev.slipway.workbench.prove.ProveResult;
import dev.slipway.workbench.prove.TakenRevisions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prove",
        description = "Runs scripts up, down and up again on a scratch database, and records what they do.",
        footer = {
            "",
            "Only scripts that changed since the last proof run. Without --scratch-url the parts of a long history are",
            "proved at the same time. The scratch databases are always dropped. The result is manifest.json, to be",
            "committed with the scripts: `upgrade` compares a database with it. It exits with 1 if a script fails, if",
            "an undo script does not restore the schema, or if a script may harm rows or services and does not allow",
            "that. What builds on a failing script is tried as far as possible.",
            "",
            "Examples:",
            "  slipway prove",
            "  slipway prove --scratch-url postgresql://me:secret@localhost/postgres",
            "  slipway prove --from 41",
            "  slipway prove --check",
            "  slipway prove --check --format github     (remarks beside the lines of a change)"
        })
final class ProveCommand implements Callable<Report>, Reviewing {
    private final Context context;

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PlaceholderOptions placeholders = new PlaceholderOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(
            names = ConnectionOptions.DEFAULT_SCHEMA,
            paramLabel = "NAME",
            description =
                    "the schema in which scripts create what they do not qualify, as `upgrade` is told; it is made "
                            + "before the first script")
    private @Nullable String defaultSchema;

    @Option(
            names = "--from",
            paramLabel = "REV",
            description =
                    "take this revision and all it builds on as they are: only what comes after it has to be without "
                            + "problems; the manifest remembers it, base undoes it")
    private @Nullable String from;

    @Option(names = "--all", description = "prove anew what is proved already")
    private boolean all;

    @Option(
            names = "--check",
            description =
                    "write nothing; check that the manifest is current, without a database, or with --all by proving everything again")
    private boolean check;

    @Mixin
    private final ScratchWait wait = new ScratchWait();

    ProveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        if (check && from != null) {
            throw new SlipwayException(new UsageFailure(
                    "--from and --check exclude each other",
                    "leave out --from: the manifest says which revisions are taken as they are"));
        }
        RevisionGraph graph = scripts.graph(context);
        ManifestFile file = scripts.manifest();
        Manifest known = known(file);
        ProveRequest request = new ProveRequest(
                graph,
                known,
                from == null ? TakenRevisions.in(known) : TakenRevisions.upTo(from, graph, known),
                all,
                scripts.historyTable(),
                scripts.model(model),
                session -> placeholders.of(context, session, scripts));
        ProveResult result = result(new ProveCall(request, file.path()));
        ExitCode exitCode = result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        return new Report(exitCode, result, ProveText.of(result, check))
                .with(ProveReview.of(result, scripts.place(), check));
    }

    /// Who proves everything anew needs no manifest that can be read, for example one with the marks of a merge in it.
    private Manifest known(ManifestFile file) {
        try {
            return file.read().orElse(Manifest.EMPTY);
        } catch (SlipwayException e) {
            boolean broken = e.failure() instanceof ManifestUnreadable || e.failure() instanceof ManifestAltered;
            if (broken && all && !check) {
                return Manifest.EMPTY;
            }
            throw e;
        }
    }

    private ProveResult result(ProveCall proving) {
        if (check && !all) {
            return proving.check();
        }
        if (!proving.isOpen()) {
            return proving.tidy();
        }
        ScratchRequest place =
                scratch.request(context, "prove", wait.limit, context.flyway().schemas(defaultSchema, false));
        ProveCall inParts = proving.inParts(ProofServers.of(place));
        return scratch.lend(
                context,
                place,
                server -> check
                        ? inParts.compare(server, context.progress())
                        : inParts.prove(server, context.progress()));
    }
}
