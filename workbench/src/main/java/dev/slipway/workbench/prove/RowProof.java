package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.VaryingNames;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.rows.RowContents;
import dev.slipway.workbench.rows.TableFiller;
import dev.slipway.workbench.table.QuotedText;
import dev.slipway.workbench.trace.CatalogChange;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs one revision up, down and up on tables with rows: some scripts work only as long as there are none.
final class RowProof {
    /// The end of `public.users."e.mail"`.
    private static final Pattern COLUMN_OF_TABLE = Pattern.compile("\\.(?:" + QuotedText.IDENTIFIER + "|[^\".]*)$");

    private final RevisionTrial tried;
    private final Schema before;
    private final Set<String> touched;
    private final Set<String> changed;
    private final boolean watched;

    /// @param tried with its undo script if that works
    /// @param after the schema after it
    /// @param watched whether to look at the schema after the script
    RowProof(RevisionTrial tried, Schema before, Schema after, ScriptTrace trace, boolean watched) {
        this.tried = tried;
        this.before = before;
        this.touched = touched(trace);
        this.changed = changed(before, after);
        this.watched = watched;
    }

    /// The tables that a script makes, or that it changes in a way that shows in the schema.
    static Set<String> changed(Schema before, Schema after) {
        Set<String> names = new TreeSet<>();
        for (Change change : before.changesTo(after)) {
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
    static Set<String> touched(ScriptTrace trace) {
        Set<String> names = new TreeSet<>();
        for (ScriptTrace.StatementTrace statement : trace.statements()) {
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

    /// Whether there is any table in which rows could matter.
    boolean isNeeded() {
        return !touched.isEmpty() || !changed.isEmpty();
    }

    /// @param trial a database at the parents of the revision
    RowRun run(TrialDatabase trial) throws ScriptRefused {
        TableFiller.Filled filled = fill(trial, touched);
        RowContents old = contents(trial, filled.tables());
        Evidence seen = unfilled(filled);
        Step up = trial.step(tried.script());
        try {
            trial.run(up);
        } catch (ScriptRefused e) {
            return new RowRun(null, seen.and(failure(up, e)), Evidence.NONE);
        }
        @Nullable Schema made = watched ? trial.schema() : null;
        Script.@Nullable Undo undo = tried.undo();
        return new RowRun(made, seen, undo == null ? Evidence.NONE : back(trial, trial.step(undo), old));
    }

    private Evidence back(TrialDatabase trial, Step down, RowContents old) throws ScriptRefused {
        try {
            trial.run(down);
        } catch (ScriptRefused e) {
            return failure(down, e);
        }
        Evidence seen = lost(trial, down, old);
        Step up = trial.step(tried.script());
        try {
            trial.run(up);
        } catch (ScriptRefused e) {
            return seen.and(failure(up, e));
        }
        return seen.and(down.transactional() ? newLost(trial, down) : backAlone(trial, down));
    }

    private Evidence lost(TrialDatabase trial, Step down, RowContents old) {
        List<String> lost = BridgedColumns.gone(
                trial.session(), old.lostIn(contents(trial, old.tables().keySet())));
        return lost.isEmpty()
                ? Evidence.NONE
                : Evidence.ofHazard(HazardCheck.ofLoss(
                        down,
                        "%s, which %s not as before %s"
                                .formatted(
                                        String.join(", ", lost),
                                        Plural.word(lost.size(), "is", "are"),
                                        tried.script().label())));
    }

    /// Without a transaction nothing can be tried and then be as before.
    private Evidence backAlone(TrialDatabase trial, Step down) throws ScriptRefused {
        Evidence seen = unfilled(fill(trial, changed));
        try {
            trial.run(down);
            return seen;
        } catch (ScriptRefused e) {
            return seen.and(failure(down, e));
        }
    }

    /// What is stored in what the revision brought goes with it, rows that its script inserted included, and nothing
    /// else may.
    private Evidence newLost(TrialDatabase trial, Step down) throws ScriptRefused {
        Evidence seen = Evidence.NONE;
        try {
            List<Loss> own = trial.losses(down);
            seen = unfilled(fill(trial, changed));
            List<Loss> lost = trial.losses(down).stream()
                    .filter(this::isOfOld)
                    .filter(loss -> !(loss instanceof Loss.Rows && own.contains(loss)))
                    .toList();
            return seen.and(Evidence.ofHazards(HazardCheck.ofLosses(down, lost)));
        } catch (ScriptRefused e) {
            return seen.and(failure(down, e));
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

    private static TableFiller.Filled fill(TrialDatabase trial, Set<String> tables) {
        return DatabaseCall.query("insert rows", () -> TableFiller.fill(trial.session(), tables));
    }

    private Evidence unfilled(TableFiller.Filled filled) {
        return Evidence.ofNotes(filled.unfilled().entrySet().stream()
                .map(entry -> "%s was tried without rows in %s, since none could be made up: %s"
                        .formatted(tried.script().label(), entry.getKey(), entry.getValue()))
                .toList());
    }

    private static RowContents contents(TrialDatabase trial, Set<String> tables) {
        return DatabaseCall.query("read rows", () -> RowContents.of(trial.session(), tables));
    }

    /// Only an extension may be missing that nothing needs as long as there are no rows.
    private static Evidence failure(Step step, ScriptRefused refused) throws ScriptRefused {
        return Evidence.ofHazard(HazardCheck.ofFailure(step, refused.blamed().refusal()));
    }
}
