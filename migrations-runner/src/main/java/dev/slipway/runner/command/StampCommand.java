package dev.slipway.runner.command;

import dev.slipway.runner.engine.adopt.AlembicPosition;
import dev.slipway.runner.engine.adopt.StampRequest;
import dev.slipway.runner.engine.adopt.StampResult;
import dev.slipway.runner.engine.adopt.Stamper;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        aliases = "baseline",
        description = "Records revisions as applied without running them, for a database that has their tables.",
        footer = {"", "Examples:", "  slipway stamp 6", "  slipway stamp head", "  slipway stamp --from-alembic"})
final class StampCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final LockOptions lock = new LockOptions();

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            description = "the revision the database is at: head, heads, base, or a version")
    private @Nullable String target;

    @Option(
            names = "--from-alembic",
            description = "take the revision from the table alembic_version, by the scripts that import-alembic wrote")
    private boolean fromAlembic;

    @Option(
            names = "--purge",
            description = "forget what the history holds beyond the target, and what differs from its script")
    private boolean purge;

    StampCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        RevisionGraph graph = scripts.graph(context);
        Function<Session, List<Version>> revisions = revisions(graph);
        StampResult result = connection.connect(
                context,
                "stamp",
                session -> Stamper.stamp(
                        session,
                        new StampRequest(
                                graph,
                                revisions.apply(session),
                                fromAlembic ? StampRequest.unknownToAlembic(graph) : Set.of(),
                                purge,
                                scripts.historyTable(),
                                lock.runLockTimeout),
                        context.progress()));
        return Report.done(result, StampText.of(result));
    }

    private Function<Session, List<Version>> revisions(RevisionGraph graph) {
        String named = target == null && !fromAlembic
                ? context.flyway().value(FlywaySetting.BASELINE_VERSION).orElse(null)
                : target;
        if (fromAlembic && named != null) {
            throw new SlipwayException(
                    new UsageFailure("TARGET and --from-alembic exclude each other", "leave one of the two out"));
        }
        if (fromAlembic) {
            Map<String, Version> known = AlembicPosition.versions(graph.scripts());
            return session -> AlembicPosition.find(session, known);
        }
        if (named == null) {
            throw new SlipwayException(
                    new UsageFailure("missing required parameter: \"TARGET\"", "see `slipway stamp --help`"));
        }
        List<Version> revisions = StampRequest.revisions(graph, Target.parse(named, graph));
        return session -> revisions;
    }
}
