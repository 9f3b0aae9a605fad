package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Runs all repeatable scripts after all revisions, and each of them again: the second time it must change nothing.
final class RepeatableProof {
    private static final String REMEDY = "let it replace what it made";

    private final Model model;
    private final NamesFound names;
    private final Progress progress;

    /// @param model of the service that belongs to the scripts
    /// @param names under which schemas are read
    RepeatableProof(Model model, NamesFound names, Progress progress) {
        this.model = model;
        this.names = names;
        this.progress = progress;
    }

    /// @param trial a database with all revisions
    List<RepeatableOutcome> run(List<Script.Repeatable> scripts, ProofDatabase trial) {
        List<RepeatableOutcome> first =
                scripts.stream().map(script -> first(script, trial)).toList();
        List<RepeatableOutcome.Repeated> ran = first.stream()
                .filter(RepeatableOutcome.Repeated.class::isInstance)
                .map(RepeatableOutcome.Repeated.class::cast)
                .toList();
        return first.stream()
                .map(outcome -> outcome instanceof RepeatableOutcome.Repeated once ? second(once, ran, trial) : outcome)
                .toList();
    }

    private RepeatableOutcome first(Script.Repeatable script, ProofDatabase trial) {
        progress.report(new Event.Proving(script.title()));
        List<Finding> faults = trial.faults(script);
        if (!faults.isEmpty()) {
            return new RepeatableOutcome.Different(faults);
        }
        long start = System.nanoTime();
        Step step = trial.step(script);
        try {
            RunNames naming = new NameProof(trial, script, trial.schema()).run();
            names.add(naming.keys());
            Schema before = trial.schema();
            ScriptTrace trace = trial.trace(step);
            Schema after = naming.marked(trial.schema());
            List<HazardFound> hazards = new ArrayList<>(HazardCheck.of(step, trace, model));
            naming.told().forEach(key -> hazards.add(HazardCheck.ofNaming(step, key)));
            return new RepeatableOutcome.Repeated(script, before.changesTo(after), hazards, System.nanoTime() - start);
        } catch (ScriptRefused e) {
            return new RepeatableOutcome.Refused(script, e.rejected());
        }
    }

    /// What a script does to what it made itself is what a database meets whenever the script was changed.
    ///
    /// @param all that ran once
    private RepeatableOutcome second(
            RepeatableOutcome.Repeated first, List<RepeatableOutcome.Repeated> all, ProofDatabase trial) {
        Step step = trial.step(first.script());
        try {
            Schema before = trial.schema();
            ScriptTrace trace = trial.trace(step);
            runAgain(first, all, before, trial);
            SecondRunProof repetition = SecondRunProof.of(first.changes(), before, trial.schema());
            List<Finding> different = repetition
                    .differences()
                    .findings(
                            first.script().file().origin(),
                            "each time it is changed, it does more to the schema than it says",
                            REMEDY);
            if (!different.isEmpty()) {
                return new RepeatableOutcome.Different(different);
            }
            List<HazardFound> hazards = new ArrayList<>(first.hazards());
            hazards.addAll(HazardCheck.of(step, trace, model));
            repetition.varying().forEach(key -> hazards.add(HazardCheck.ofVarying(step, key)));
            return new RepeatableOutcome.Repeated(first.script(), repetition.changes(), hazards, first.nanos());
        } catch (ScriptRefused e) {
            return new RepeatableOutcome.Different(
                    List.of(e.rejected().finding("it runs only once, so that no change of it arrives", REMEDY)));
        }
    }

    /// An upgrade runs again each script of which this one dropped something, as with `drop view ... cascade`. What is
    /// dropped the first time as well stays away from new databases, and is no matter of running again.
    private static void runAgain(
            RepeatableOutcome.Repeated by, List<RepeatableOutcome.Repeated> all, Schema before, ProofDatabase trial)
            throws ScriptRefused {
        Set<SchemaObject.Key> gone = new HashSet<>(before.objects().keySet());
        gone.removeAll(trial.schema().objects().keySet());
        by.changes().forEach(change -> gone.remove(change.key()));
        for (RepeatableOutcome.Repeated other : all) {
            if (!other.equals(by) && other.changes().stream().map(Change::key).anyMatch(gone::contains)) {
                trial.run(trial.step(other.script()));
            }
        }
    }
}
