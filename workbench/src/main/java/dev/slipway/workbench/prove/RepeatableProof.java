package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs all repeatable scripts after all revisions, and each of them again: the second time it must change nothing.
final class RepeatableProof {
    private final ScratchPool positions;
    private final ProofDatabase trial;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Script.Repeatable, RejectedScript> refused = new LinkedHashMap<>();

    /// @param trial a database with all revisions
    RepeatableProof(ScratchPool positions, ProofDatabase trial, Progress progress) {
        this.positions = positions;
        this.trial = trial;
        this.progress = progress;
    }

    /// What was seen of one script.
    ///
    /// @param nanos how long its first run took
    record Seen(Script.Repeatable script, List<Change> changes, List<HazardFound> hazards, long nanos) {}

    /// @return the scripts that are repeatable
    List<Seen> run(List<Script.Repeatable> scripts) {
        List<Seen> seen =
                scripts.stream().map(this::first).flatMap(Optional::stream).toList();
        return seen.stream().map(this::second).flatMap(Optional::stream).toList();
    }

    List<Finding> findings() {
        return findings;
    }

    /// The scripts that failed when they ran for the first time.
    Map<Script.Repeatable, RejectedScript> refused() {
        return refused;
    }

    private Optional<Seen> first(Script.Repeatable script) {
        progress.report(new Event.Proving(script.title()));
        long start = System.nanoTime();
        Step step = trial.step(script);
        try {
            RunNames naming = new NameProof(trial, script, trial.schema()).run();
            positions.names().add(naming.keys());
            Schema before = trial.schema();
            ScriptTrace trace = trial.trace(step);
            Schema after = naming.marked(trial.schema());
            List<HazardFound> hazards = new ArrayList<>(positions.hazards(step, trace));
            naming.told().forEach(key -> hazards.add(HazardCheck.ofNaming(step, key)));
            return Optional.of(new Seen(script, before.changesTo(after), hazards, System.nanoTime() - start));
        } catch (StatementFailed e) {
            refused.put(script, RejectedScript.of(positions.failed(step, e)));
            return Optional.empty();
        }
    }

    /// What a script does to what it made itself is what a database meets whenever the script was changed.
    private Optional<Seen> second(Seen first) {
        Step step = trial.step(first.script());
        List<HazardFound> hazards = new ArrayList<>(first.hazards());
        try {
            Schema before = trial.schema();
            ScriptTrace trace = trial.trace(step);
            Schema after = trial.schema();
            hazards.addAll(positions.hazards(step, trace));
            SecondRunProof repetition = SecondRunProof.of(first.changes(), before, after);
            repetition.varying().forEach(key -> hazards.add(HazardCheck.ofVarying(step, key)));
            List<Finding> different = repetition
                    .differences()
                    .findings(
                            first.script().file().origin(),
                            "each time it is changed, it does more to the schema than it says",
                            "let it replace what it made");
            findings.addAll(different);
            return different.isEmpty()
                    ? Optional.of(new Seen(first.script(), repetition.changes(), hazards, first.nanos()))
                    : Optional.empty();
        } catch (StatementFailed e) {
            findings.add(RejectedScript.of(positions.failed(step, e))
                    .finding("it runs only once, so that no change of it arrives", "let it replace what it made"));
            return Optional.empty();
        }
    }
}
