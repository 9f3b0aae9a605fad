package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.impact.ImpactCheck;
import dev.slipway.runner.engine.impact.SizesUnknown;
import dev.slipway.runner.engine.offline.OfflinePlanner;
import dev.slipway.runner.engine.offline.OfflineRequest;
import dev.slipway.runner.engine.offline.OfflineRun;
import dev.slipway.runner.engine.offline.PlanResult;
import dev.slipway.runner.engine.offline.PsqlScript;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.proof.ProofGate;
import dev.slipway.runner.engine.proof.ScriptsUnproved;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.review.Review;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the script for `psql` of a command that would otherwise change the database.
///
/// @param direction null if the target decides
/// @param maxLock how long a script may lock a table, or null if that does not matter
record OfflineCall(
        Context context,
        ConnectionOptions connection,
        ScriptOptions scripts,
        PlaceholderOptions placeholders,
        OfflineOptions options,
        @Nullable Direction direction,
        String target,
        Duration lockTimeout,
        boolean outOfOrder,
        @Nullable Duration maxLock) {

    Report report() {
        RevisionGraph graph = scripts.graph(context);
        OfflineRange range = OfflineRange.of(target, options);
        Target to = Target.parse(range.to(), graph);
        String from = range.from();
        if (from == null) {
            return connection.read(context.quiet(), "plan", session -> {
                OfflineRequest request = request(graph, to, placeholders.of(context, session, scripts));
                OfflineRun run =
                        OfflinePlanner.in(session, request, context.quiet().progress());
                @Nullable Manifest manifest = manifest();
                return report(request, run, manifest, impacts(impact(session, graph, run, manifest)));
            });
        }
        OfflineRequest request = request(graph, to, placeholders.offline(context, scripts));
        OfflineRun run = OfflinePlanner.from(Target.parse(from, graph), request);
        if (maxLock != null && !run.creates()) {
            throw new SlipwayException(new SizesUnknown());
        }
        return report(request, run, manifest(), List.of());
    }

    private @Nullable Manifest manifest() {
        return scripts.manifest().read().orElse(null);
    }

    private OfflineRequest request(RevisionGraph graph, Target to, Placeholders values) {
        Schemas schemas = context.flyway().schemas(connection.defaultSchema, false);
        return new OfflineRequest(
                graph,
                to,
                direction,
                schemas.current(),
                schemas.made(),
                scripts.historyTable(),
                values,
                lockTimeout,
                connection.ownerRole,
                outOfOrder);
    }

    private static List<ScriptsUnproved.Unproved> unproved(
            OfflineRequest request, OfflineRun run, @Nullable Manifest manifest) {
        List<Step> steps = run.steps().stream().map(ResumableStep::step).toList();
        return ProofGate.unproved(request.graph(), manifest, steps);
    }

    /// A database without a history has no table that anybody waits for, and of the way back nothing is recorded.
    private ImpactCheck impact(Session session, RevisionGraph graph, OfflineRun run, @Nullable Manifest manifest) {
        String home = run.schema();
        if (home == null || run.creates() || run.direction() == Direction.DOWN) {
            return ImpactCheck.NONE;
        }
        List<Script> pending =
                run.steps().stream().map(resumable -> resumable.step().script()).toList();
        return ImpactCheck.of(session, new HistoryPlace(home, scripts.historyTable()), graph, manifest, pending);
    }

    private List<Impact> impacts(ImpactCheck check) {
        if (maxLock != null) {
            check.require(maxLock);
        }
        return check.impacts();
    }

    private Report report(OfflineRequest request, OfflineRun run, @Nullable Manifest manifest, List<Impact> impacts) {
        PlanResult result = PlanResult.of(run, unproved(request, run, manifest), impacts);
        impacts.forEach(impact -> context.aside().report(new Event.Impending(impact)));
        result.unproved().forEach(script -> context.aside().report(new Event.Unproved(script.script(), script.why())));
        String script = PsqlScript.of(request, run);
        String file = options.write(script);
        Review review = new PlanReview(
                        result,
                        manifest == null ? Manifest.EMPTY : manifest,
                        request.graph().scripts(),
                        scripts.place())
                .review();
        return (file == null ? Report.exact(result, script) : written(result, file)).with(review);
    }

    private static Report written(PlanResult result, String file) {
        return Report.done(
                result,
                "wrote %s: %s from %s to %s, %s"
                        .formatted(
                                file,
                                result.direction().command(),
                                OfflineRun.name(result.from()),
                                OfflineRun.name(result.to()),
                                Plural.of(result.steps().size(), "script")));
    }
}
