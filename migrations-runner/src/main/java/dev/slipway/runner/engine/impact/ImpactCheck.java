package dev.slipway.runner.engine.impact;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.proof.ProofCheck;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.impact.EarlierWork;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.impact.TableSizes;
import dev.slipway.runner.model.impact.TimeRange;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.TableWork;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.TableSizeQuery;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.history.WorkColumn;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Joins what was proved of scripts with the sizes of a database. Of scripts that are not proved as they are nothing is
/// said, and without any such work the database is not asked.
public final class ImpactCheck {
    /// Nothing is to run.
    public static final ImpactCheck NONE = new ImpactCheck(null, List.of(), List.of());

    private final @Nullable Manifest manifest;
    private final List<? extends Script> scripts;
    private final List<ScriptImpact> impacts;

    private ImpactCheck(@Nullable Manifest manifest, List<? extends Script> scripts, List<ScriptImpact> impacts) {
        this.manifest = manifest;
        this.scripts = scripts;
        this.impacts = impacts;
    }

    /// @param place of the history; scripts create in its schema what they do not qualify
    /// @param pending the scripts that would run
    public static ImpactCheck of(
            Session session,
            HistoryPlace place,
            RevisionGraph graph,
            @Nullable Manifest manifest,
            List<? extends Script> pending) {
        if (manifest == null) {
            return new ImpactCheck(null, pending, List.of());
        }
        ProofCheck proofs = new ProofCheck(graph, manifest);
        List<Script> proved = pending.stream()
                .filter(script -> !works(manifest, script).isEmpty())
                .filter(script -> proofs.of(script).holds())
                .<Script>map(script -> script)
                .toList();
        Set<String> tables = tables(manifest, proved);
        if (tables.isEmpty()) {
            return new ImpactCheck(manifest, pending, List.of());
        }
        String home = ProvedComparison.isPossible(manifest, place.schema()) ? "public" : place.schema();
        TableSizes sizes =
                DatabaseCall.query("read the sizes of tables", () -> TableSizeQuery.sizes(session, home, tables));
        List<ScriptImpact> told = proved.stream()
                .map(script -> new ScriptImpact(script, works(manifest, script), sizes, EarlierRuns.NONE))
                .filter(ScriptImpact::isTold)
                .toList();
        EarlierRuns earlier = told.isEmpty() ? EarlierRuns.NONE : earlier(session, place);
        return new ImpactCheck(
                manifest,
                pending,
                told.stream().map(script -> script.after(earlier)).toList());
    }

    private static EarlierRuns earlier(Session session, HistoryPlace place) {
        WorkColumn column = new WorkColumn(session, new HistoryTable(session, place));
        return new EarlierRuns(DatabaseCall.query("read how long earlier scripts took", column::read));
    }

    /// Keeps what is expected of the scripts, for the estimates of later runs.
    public StepGuard guard(Session session, HistoryPlace place) {
        Map<Script, EarlierWork> expected = new HashMap<>();
        impacts.forEach(script -> script.expected().ifPresent(work -> expected.put(script.script(), work)));
        WorkColumn column = new WorkColumn(session, new HistoryTable(session, place));
        boolean kept = !expected.isEmpty() && DatabaseCall.query("extend the table of fingerprints", column::prepare);
        return kept ? new ImpactGuard(column, expected) : StepGuard.NONE;
    }

    /// What is worth a line, in the order of the scripts.
    public List<Impact> impacts() {
        return impacts.stream().flatMap(script -> script.impacts().stream()).toList();
    }

    /// Refuses scripts that would lock a table for longer, unless their headers allow it.
    ///
    /// @throws SlipwayException with `LockTooLong`, or with `LockTimeUnknown` if it cannot be told
    public void require(Duration limit) {
        List<String> unknown = scripts.stream()
                .filter(script -> script instanceof Script.Versioned
                        && found(manifest, script).isEmpty())
                .map(script -> script.file().path())
                .toList();
        if (!unknown.isEmpty()) {
            throw new SlipwayException(new LockTimeUnknown(unknown));
        }
        impacts.forEach(script -> require(script, limit));
    }

    private void require(ScriptImpact impact, Duration limit) {
        AllowedWork allowed = new AllowedWork(
                impact.script(),
                proved(manifest, impact.script()).map(ProvedRevision::hazards).orElse(List.of()));
        Predicate<TableWork> counts = work -> !allowed.has(work);
        List<LockTooLong.TableLocked> tables = impact.locked(counts).entrySet().stream()
                .filter(table -> isLonger(table.getValue(), limit))
                .map(table -> new LockTooLong.TableLocked(table.getKey(), table.getValue()))
                .toList();
        if (!tables.isEmpty()) {
            throw new SlipwayException(new LockTooLong(
                    impact.script().file().path(),
                    limit,
                    tables,
                    impact.counted(counts).impacts()));
        }
    }

    private static boolean isLonger(TimeRange time, Duration limit) {
        return time.most().compareTo(limit) > 0;
    }

    private static Set<String> tables(Manifest manifest, List<Script> scripts) {
        Set<String> tables = new TreeSet<>();
        scripts.stream().flatMap(script -> works(manifest, script).stream()).forEach(work -> {
            tables.add(work.table());
            tables.addAll(work.locks().keySet());
        });
        return tables;
    }

    private static List<TableWork> works(Manifest manifest, Script script) {
        return found(manifest, script).orElse(List.of());
    }

    /// Rows that are changed in batches are no matter of one statement.
    private static Optional<List<TableWork>> found(@Nullable Manifest manifest, Script script) {
        if (script.header().inBatches().isPresent()) {
            return Optional.of(List.of());
        }
        return proved(manifest, script).flatMap(revision -> Optional.ofNullable(revision.works()));
    }

    private static Optional<ProvedRevision> proved(@Nullable Manifest manifest, Script script) {
        return manifest != null && script instanceof Script.Versioned versioned
                ? Optional.ofNullable(manifest.revisions().get(versioned.version()))
                : Optional.empty();
    }
}
