package dev.slipway.runner.engine.prove;

import dev.slipway.runner.engine.hazard.HazardCheck;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.rows.Contents;
import dev.slipway.runner.postgres.rows.Filler;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Runs one revision up, down and up on tables with rows: some scripts work only as long as there are none.
final class RowProof {
    private final Positions positions;
    private final Script.Versioned script;
    private final Script.@Nullable Undo undo;
    private final Set<String> changed;
    private final List<HazardFound> hazards = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// @param undo null if there is none that works
    /// @param changed the tables that the revision makes or changes
    RowProof(Positions positions, Script.Versioned script, Script.@Nullable Undo undo, Set<String> changed) {
        this.positions = positions;
        this.script = script;
        this.undo = undo;
        this.changed = Set.copyOf(changed);
    }

    /// The tables that a script makes, or that it changes in a way that shows in the schema.
    static Set<String> changed(Seen seen) {
        Set<String> names = new TreeSet<>();
        for (Change change : seen.before().changesTo(seen.after())) {
            SchemaObject.Key key = change.key();
            if (key.kind() == ObjectKind.TABLE) {
                names.add(key.name());
            } else if (key.kind() == ObjectKind.COLUMN) {
                names.add(key.name().substring(0, key.name().lastIndexOf('.')));
            }
        }
        return names;
    }

    /// The tables that stood before a script and that it does something to, or with.
    static Set<String> touched(Seen seen) {
        Set<String> names = new TreeSet<>();
        for (ScriptTrace.StatementTrace statement : seen.trace().statements()) {
            statement.relations().forEach(touched -> {
                names.add(touched.relation());
                names.add(touched.root());
            });
        }
        return names;
    }

    /// @param trial a database at the parents of the revision
    List<HazardFound> run(Trial trial, Set<String> touched) {
        Set<String> filled = fill(trial, touched);
        Contents before = contents(trial, filled);
        if (succeeds(trial, trial.step(script)) && undo != null) {
            takeBack(trial, undo, before);
        }
        return hazards;
    }

    private void takeBack(Trial trial, Script.Undo down, Contents before) {
        if (!succeeds(trial, trial.step(down))) {
            return;
        }
        List<String> lost = before.lostIn(contents(trial, before.tables().keySet()));
        if (!lost.isEmpty()) {
            hazards.add(HazardCheck.ofLoss(
                    trial.step(down),
                    "%s, which %s not as before %s"
                            .formatted(String.join(", ", lost), lost.size() == 1 ? "is" : "are", script.label())));
        }
        if (succeeds(trial, trial.step(script))) {
            loseNew(trial, down);
        }
    }

    /// What is stored after the revision goes with it.
    private void loseNew(Trial trial, Script.Undo down) {
        fill(trial, changed);
        Step step = trial.step(down);
        if (step.transactional()) {
            try {
                hazards.addAll(HazardCheck.ofLosses(step, trial.losses(step)));
            } catch (StatementFailed e) {
                hazards.add(HazardCheck.ofFailure(step, e));
            }
        } else {
            succeeds(trial, step);
        }
    }

    private Set<String> fill(Trial trial, Set<String> tables) {
        Filler.Filled filled = DatabaseCall.query("insert rows", () -> Filler.fill(trial.session(), tables));
        filled.unfilled()
                .forEach((table, why) -> notes.add("%s was tried without rows in %s, since none could be made up: %s"
                        .formatted(script.label(), table, why)));
        return filled.tables();
    }

    List<String> notes() {
        return notes.stream().distinct().toList();
    }

    private static Contents contents(Trial trial, Set<String> tables) {
        return DatabaseCall.query("read rows", () -> Contents.of(trial.session(), tables));
    }

    private boolean succeeds(Trial trial, Step step) {
        try {
            trial.run(step);
            return true;
        } catch (StatementFailed e) {
            Refusal.of(positions.failed(step, e));
            hazards.add(HazardCheck.ofFailure(step, e));
            return false;
        }
    }
}
