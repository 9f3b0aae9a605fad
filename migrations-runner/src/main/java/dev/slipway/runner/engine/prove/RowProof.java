package dev.slipway.runner.engine.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
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
    private final List<HazardFound> hazards = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// @param undo null if there is none that works
    RowProof(Positions positions, Script.Versioned script, Script.@Nullable Undo undo) {
        this.positions = positions;
        this.script = script;
        this.undo = undo;
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
        Filler.Filled filled = DatabaseCall.query("insert rows", () -> Filler.fill(trial.session(), touched));
        filled.unfilled()
                .forEach((table, why) -> notes.add("%s was tried without rows in %s, since none could be made up: %s"
                        .formatted(script.label(), table, why)));
        if (!filled.tables().isEmpty()) {
            Contents before = contents(trial, filled.tables());
            boolean up = succeeds(trial, trial.step(script));
            Script.@Nullable Undo down = undo;
            if (up && down != null && succeeds(trial, trial.step(down))) {
                compare(down, before.lostIn(contents(trial, filled.tables())));
                succeeds(trial, trial.step(script));
            }
        }
        return hazards;
    }

    List<String> notes() {
        return notes;
    }

    private static Contents contents(Trial trial, Set<String> tables) {
        return DatabaseCall.query("read rows", () -> Contents.of(trial.session(), tables));
    }

    private boolean succeeds(Trial trial, Step step) {
        try {
            trial.run(step);
            return true;
        } catch (StatementFailed e) {
            Refusal refusal = Refusal.of(positions.failed(step, e));
            add(Hazard.FAILS_ON_DATA, step.script(), refusal.line(), e.error().message());
            return false;
        }
    }

    private void compare(Script.Undo down, List<String> lost) {
        if (!lost.isEmpty()) {
            add(
                    Hazard.DATA_LOST_IN_UNDO,
                    down,
                    1,
                    "not as before %s after it: %s".formatted(script.label(), String.join(", ", lost)));
        }
    }

    private void add(Hazard hazard, Script found, int line, String detail) {
        hazards.add(new HazardFound(hazard, found.file().path(), line, detail, null));
    }
}
