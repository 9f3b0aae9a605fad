package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.VaryingNames;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.rows.RowContents;
import dev.slipway.workbench.rows.TableFiller;
import dev.slipway.workbench.trace.CatalogChange;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs one revision up, down and up on tables with rows: some scripts work only as long as there are none.
final class RowProof {
    /// The end of `public.users."e.mail"`.
    private static final Pattern COLUMN_OF_TABLE = Pattern.compile("\\.(?:\"(?:[^\"]|\"\")*\"|[^\".]*)$");

    private final ScratchPool positions;
    private final Script.Revision script;
    private final Script.@Nullable Undo undo;
    private final Schema before;
    private final Set<String> touched;
    private final Set<String> changed;
    private final boolean watched;
    private final List<HazardFound> hazards = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Schema made;

    /// @param tried with its undo script if that works
    RowProof(ScratchPool positions, RevisionTrial tried, RevisionRun seen) {
        this.positions = positions;
        this.script = tried.script();
        this.undo = tried.undo();
        this.before = seen.before();
        this.touched = touched(seen);
        this.changed = changed(seen);
        this.watched = seen.isUnsure();
    }

    /// The tables that a script makes, or that it changes in a way that shows in the schema.
    private static Set<String> changed(RevisionRun seen) {
        Set<String> names = new TreeSet<>();
        for (Change change : seen.before().changesTo(seen.after())) {
            SchemaObject.Key key = change.key();
            if (VaryingNames.isOne(key)) {
                continue;
            }
            if (key.kind() == ObjectKind.TABLE) {
                names.add(key.name());
            } else if (key.kind() == ObjectKind.COLUMN) {
                names.add(COLUMN_OF_TABLE.matcher(key.name()).replaceFirst(""));
            }
        }
        return names;
    }

    /// The tables that stood before a script and that it does something to, or with.
    private static Set<String> touched(RevisionRun seen) {
        Set<String> names = new TreeSet<>();
        for (ScriptTrace.StatementTrace statement : seen.trace().statements()) {
            statement.relations().forEach(touched -> {
                names.add(touched.relation());
                names.add(touched.root());
            });
            // a concurrent build is not watched, but the index stands in the catalog
            for (CatalogChange change : statement.changes()) {
                if (change instanceof CatalogChange.IndexAdded index) {
                    names.add(index.table());
                }
            }
        }
        return names;
    }

    /// @param trial a database at the parents of the revision
    List<HazardFound> run(ProofDatabase trial) {
        RowContents old = contents(trial, fill(trial, touched));
        if (succeeds(trial, trial.step(script))) {
            made = watched ? trial.schema() : null;
            if (undo != null) {
                takeBack(trial, undo, old);
            }
        }
        return hazards;
    }

    /// The schema after the script, if it was looked at.
    Optional<Schema> made() {
        return Optional.ofNullable(made);
    }

    private void takeBack(ProofDatabase trial, Script.Undo down, RowContents old) {
        if (!succeeds(trial, trial.step(down))) {
            return;
        }
        List<String> lost = BridgedColumns.gone(
                trial.session(), old.lostIn(contents(trial, old.tables().keySet())));
        if (!lost.isEmpty()) {
            hazards.add(HazardCheck.ofLoss(
                    trial.step(down),
                    "%s, which %s not as before %s"
                            .formatted(
                                    String.join(", ", lost), Plural.word(lost.size(), "is", "are"), script.label())));
        }
        if (succeeds(trial, trial.step(script))) {
            loseNew(trial, down);
        }
    }

    /// What is stored in what the revision brought goes with it, rows that its script inserted included, and nothing
    /// else may.
    private void loseNew(ProofDatabase trial, Script.Undo down) {
        Step step = trial.step(down);
        if (!step.transactional()) {
            fill(trial, changed);
            succeeds(trial, step);
            return;
        }
        try {
            List<Loss> own = trial.losses(step);
            fill(trial, changed);
            hazards.addAll(HazardCheck.ofLosses(
                    step,
                    trial.losses(step).stream()
                            .filter(this::isOfOld)
                            .filter(loss -> !(loss instanceof Loss.Rows && own.contains(loss)))
                            .toList()));
        } catch (StatementFailed e) {
            hazards.add(HazardCheck.ofFailure(step, e));
        }
    }

    private boolean isOfOld(Loss loss) {
        return switch (loss) {
            case Loss.Table table -> stood(ObjectKind.TABLE, table.table());
            case Loss.Column column -> stood(ObjectKind.COLUMN, column.table() + "." + column.column());
            case Loss.Rows rows -> stood(ObjectKind.TABLE, rows.table());
            case Loss.Unknown _, Loss.Untried _ -> true;
        };
    }

    private boolean stood(ObjectKind kind, String name) {
        return before.objects().containsKey(new SchemaObject.Key(kind, name));
    }

    private Set<String> fill(ProofDatabase trial, Set<String> tables) {
        TableFiller.Filled filled = DatabaseCall.query("insert rows", () -> TableFiller.fill(trial.session(), tables));
        filled.unfilled()
                .forEach((table, why) -> notes.add("%s was tried without rows in %s, since none could be made up: %s"
                        .formatted(script.label(), table, why)));
        return filled.tables();
    }

    /// Whether there is any table in which rows could matter.
    boolean isNeeded() {
        return !touched.isEmpty() || !changed.isEmpty();
    }

    List<String> notes() {
        return notes.stream().distinct().toList();
    }

    private static RowContents contents(ProofDatabase trial, Set<String> tables) {
        return DatabaseCall.query("read rows", () -> RowContents.of(trial.session(), tables));
    }

    private boolean succeeds(ProofDatabase trial, Step step) {
        try {
            trial.run(step);
            return true;
        } catch (StatementFailed e) {
            RejectedScript.of(positions.failed(step, e));
            hazards.add(HazardCheck.ofFailure(step, e));
            return false;
        }
    }
}
