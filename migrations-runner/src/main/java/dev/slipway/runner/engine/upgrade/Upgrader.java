package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.backup.BackupBefore;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.history.SchemaGone;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.impact.ImpactCheck;
import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.proof.ProofGate;
import dev.slipway.runner.engine.step.AppliedScript;
import dev.slipway.runner.engine.step.OverloadGuard;
import dev.slipway.runner.engine.step.RepeatAgain;
import dev.slipway.runner.engine.step.RepeatableGuard;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.engine.step.RunSettings;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.engine.step.StepGuards;
import dev.slipway.runner.engine.step.StepRunner;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.history.MissingSchemas;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Brings a database to a target: check, lock, check again, apply.
public final class Upgrader {
    private final Session session;
    private final UpgradeRequest request;
    private final Progress progress;
    private final Planner planner;
    private final SettledUpgrade settled;
    private final List<RepeatAgain> again = new ArrayList<>();
    private ImpactCheck impact = ImpactCheck.NONE;

    private Upgrader(Session session, UpgradeRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.progress = progress;
        this.planner = new Planner(request.graph(), request.placeholders());
        this.settled = new SettledUpgrade(request, session.database(), progress);
    }

    /// Applies what is pending. If nothing is, one query shows it, and neither lock nor Flyway's classes are needed,
    /// unless drift has to be recorded as accepted.
    ///
    /// @throws dev.slipway.runner.model.failure.SlipwayException if it is refused, a script fails, or the lock is
    ///     not free in time
    public static UpgradeResult upgrade(Session session, UpgradeRequest request, Progress progress) {
        return new Upgrader(session, request, progress).upgrade();
    }

    private UpgradeResult upgrade() {
        FoundHistory found = HistorySearch.find(
                session, request.historyTable(), request.graph().scripts(), progress);
        Optional<UpgradeResult> result = found.found().flatMap(settled::of);
        if (result.isPresent()) {
            return result.get();
        }
        HistoryTable table = new HistoryTable(session, found.place());
        return LockWait.holding(
                new RunLock(session, table), request.runLockTimeout(), progress, () -> underLock(table));
    }

    private List<Version> positionAfter(List<ResumableStep> resumables, History history) {
        return new DatabaseState(request.graph(), history)
                .positionAfter(resumables.stream()
                        .map(resumable -> resumable.step().script())
                        .toList());
    }

    private UpgradeResult underLock(HistoryTable table) {
        FoundHistory found = HistorySearch.again(session, table.place());
        History history = found.history();
        Pending pending = pending(history);
        List<Step> steps = StepReader.read(pending, request.placeholders());
        ProofGate gate = new ProofGate(session, table, request.graph(), request.proof(), progress);
        if (steps.isEmpty() && found.exists()) {
            // drift is to be accepted, or another runner has done it in the meantime
            return settled.result(
                    history, pending, request.proof().acceptDrift() ? gate.accept(history) : settled.nothingCompared());
        }
        List<ResumableStep> resumables = ResumableStep.of(steps, history);
        requireAllowed(gate, found, steps);
        if (!found.exists()) {
            MissingSchemas missing = DatabaseCall.query("look for the schemas", table::missingSchemas);
            requireListed(table.schema(), missing);
            refuseUnmanaged(table.schema());
            DatabaseCall.run("create the history table", () -> table.create(missing));
        }
        StepGuard guard = gate.open(history, resumables, Direction.UP);
        return backedUp(found, steps, () -> applied(table, found, resumables, gate, guard));
    }

    private UpgradeResult backedUp(FoundHistory found, List<Step> steps, Supplier<UpgradeResult> upgrade) {
        BackupBefore backup = request.backup();
        if (backup == null) {
            return upgrade.get();
        }
        List<Script> scripts = steps.stream().map(Step::script).toList();
        Manifest manifest = request.proof().manifest().read().orElse(null);
        return backup.run(
                new BackupBefore.Change(session, found, request.graph(), manifest, scripts), progress, upgrade);
    }

    private UpgradeResult applied(
            HistoryTable table, FoundHistory found, List<ResumableStep> resumables, ProofGate gate, StepGuard guard) {
        History history = found.history();
        if (found.exists() && !session.madeSchemas().isEmpty()) {
            DatabaseCall.run("create the schemas", table::createSchemas);
        }
        long start = System.nanoTime();
        List<AppliedScript> applied = run(table, history, resumables, guard);
        return new UpgradeResult(
                session.database(),
                position(history),
                positionAfter(resumables, history),
                List.of(),
                applied,
                again,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                gate.report());
    }

    /// A database without a history has no table that anybody waits for.
    private void requireAllowed(ProofGate gate, FoundHistory found, List<Step> steps) {
        gate.requireProved(steps);
        if (!found.exists()) {
            return;
        }
        impact = ImpactCheck.of(
                session,
                found.place(),
                request.graph(),
                request.proof().manifest().read().orElse(null),
                steps.stream().map(Step::script).toList());
        impact.impacts().forEach(told -> progress.report(new Event.Impending(told)));
        Duration limit = request.proof().maxLock();
        if (limit != null) {
            impact.require(limit);
        }
    }

    private List<AppliedScript> run(
            HistoryTable table, History history, List<ResumableStep> resumables, StepGuard guard) {
        StepGuard repeating = RepeatableGuard.of(
                new RepeatableGuard.Live(session, table),
                planner.repeated(history),
                history.nextRank() + resumables.size(),
                this::runAgain);
        StepGuard guards = StepGuards.of(
                guard,
                impact.guard(session, table.place()),
                repeating,
                OverloadGuard.of(session, resumables, history, progress));
        RunSettings settings =
                new RunSettings(Direction.UP, request.graph().scripts(), request.locks(), guards, request.batches());
        StepRunner runner = new StepRunner(session, table, settings, progress, history);
        List<AppliedScript> applied = runner.run(resumables);
        if (!repeatsNow() || (again.isEmpty() && !nameHistory(resumables, table))) {
            return applied;
        }
        History now = HistorySearch.again(session, table.place()).found().orElse(history);
        List<Step> repeated = StepReader.read(pending(now), request.placeholders()).stream()
                .filter(step -> step.script() instanceof Script.Repeatable)
                .toList();
        return runner.run(ResumableStep.of(repeated, now));
    }

    /// Whether a script names the history: some take repeatable scripts out of it, so that these run again.
    private static boolean nameHistory(List<ResumableStep> resumables, HistoryTable table) {
        return resumables.stream()
                .anyMatch(resumable -> resumable
                        .step()
                        .script()
                        .file()
                        .text()
                        .contains(table.place().table()));
    }

    private void runAgain(RepeatAgain script) {
        again.add(script);
        progress.report(new Event.Again(script.script(), script.why(), repeatsNow()));
    }

    private boolean repeatsNow() {
        return request.target() instanceof Target.Heads;
    }

    private Pending pending(History history) {
        return planner.pending(history, request.target(), request.outOfOrder());
    }

    private void requireListed(String schema, MissingSchemas missing) {
        if (session.isSchemaListed() && missing.names().contains(schema)) {
            throw new SlipwayException(new SchemaGone(session.database(), schema));
        }
    }

    private void refuseUnmanaged(String schema) {
        Set<String> schemas = new LinkedHashSet<>(session.madeSchemas());
        schemas.add(schema);
        UnmanagedTables.refuse(session, schemas);
    }

    private List<Version> position(History history) {
        return new DatabaseState(request.graph(), history).position();
    }
}
