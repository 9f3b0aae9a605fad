package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.model.failure.Overtaken;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.Replaceable;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Sees to it that repeatable scripts run again once a version has dropped or replaced what they made, or another of
/// them has dropped it: in the transaction of that script their last run is taken back in the history, so that they are
/// pending whatever comes between.
///
/// A script is taken for the maker of an object if its text names it; to run one too many is safe, since it can be
/// repeated.
public final class RepeatableGuard implements StepGuard {
    private static final String READ = "read what repeatable scripts made";

    private final Session session;
    private final HistoryTable table;
    private final Consumer<RepeatAgain> told;

    /// The scripts that ran and are not about to run, with their last run.
    private final Map<Pending.Text, HistoryRow> scripts;

    private final Map<String, Replaceable> stood = new LinkedHashMap<>();
    private final Map<Pending.Text, RepeatAgain> found = new LinkedHashMap<>();
    private int rank;

    private RepeatableGuard(
            Session session, HistoryTable table, Map<Pending.Text, HistoryRow> scripts, Consumer<RepeatAgain> told) {
        this.session = session;
        this.table = table;
        this.scripts = new LinkedHashMap<>(scripts);
        this.told = told;
    }

    /// The guard, or one that lets everything pass if there is nothing to see to.
    ///
    /// @param scripts those that ran and are not about to run, with their last run
    /// @param rank the first one that no step of the run takes
    /// @param told what has to run again, once that is committed
    public static StepGuard of(Live live, Map<Pending.Text, HistoryRow> scripts, int rank, Consumer<RepeatAgain> told) {
        if (scripts.isEmpty()) {
            return StepGuard.NONE;
        }
        RepeatableGuard guard = new RepeatableGuard(live.session(), live.table(), scripts, told);
        guard.rank = rank;
        DatabaseCall.query(READ, () -> Replaceable.all(live.session())).stream()
                .filter(object -> scripts.keySet().stream().anyMatch(script -> names(script, object)))
                .forEach(object -> guard.stood.put(object.kind() + " " + object.identity(), object));
        return guard.stood.isEmpty() ? StepGuard.NONE : guard;
    }

    /// Where a run works.
    public record Live(Session session, HistoryTable table) {}

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public void write(ResumableStep resumable, RunProgress progressed) {
        Script script = resumable.step().script();
        if (script instanceof Script.Versioned || script instanceof Script.Repeatable) {
            takeBack(script, progressed);
        }
    }

    private void takeBack(Script script, RunProgress progressed) {
        found.clear();
        int next = rank;
        Map<String, String> states = states();
        for (Map.Entry<Pending.Text, HistoryRow> repeatable : scripts.entrySet()) {
            Optional<RepeatAgain> again = again(repeatable.getKey(), script, states);
            if (again.isPresent()) {
                NewRow row = NewRow.takingBack(next++, repeatable.getValue());
                boolean written = DatabaseCall.query(
                                "take back " + row.script(), () -> table.write(row, null, Duration.ZERO, true))
                        .isPresent();
                if (!written) {
                    throw new SlipwayException(new Overtaken(
                            script.label() + " ran", progressed, script.label() + " is not recorded as applied"));
                }
                found.put(repeatable.getKey(), again.get());
            }
        }
    }

    private Map<String, String> states() {
        Set<String> names = stood.values().stream().map(Replaceable::name).collect(Collectors.toSet());
        Map<String, String> states = new LinkedHashMap<>();
        DatabaseCall.query(READ, () -> Replaceable.named(session, names))
                .forEach(object -> states.put(object.kind() + " " + object.identity(), object.state()));
        return states;
    }

    /// What one repeatable script replaces of another is as that one wants it.
    private Optional<RepeatAgain> again(Pending.Text repeatable, Script by, Map<String, String> states) {
        List<String> gone = new ArrayList<>();
        Set<String> replaced = new LinkedHashSet<>();
        stood.forEach((key, object) -> {
            String state = states.get(key);
            boolean other = state == null
                    || (by instanceof Script.Versioned && !object.state().equals(state));
            if (other && names(repeatable, object)) {
                (state == null ? gone : replaced).add("%s %s".formatted(object.kind(), object.name()));
            }
        });
        if (gone.isEmpty() && replaced.isEmpty()) {
            return Optional.empty();
        }
        String what = gone.isEmpty() ? replaced.iterator().next() : gone.getFirst();
        return Optional.of(new RepeatAgain(
                repeatable.script().file().path(),
                "its %s was %s by %s".formatted(what, gone.isEmpty() ? "replaced" : "dropped", by.label())));
    }

    private static boolean names(Pending.Text script, Replaceable object) {
        return Pattern.compile("(?iu)(?<![\\w$])" + Pattern.quote(object.name().replace("\"", "\"\"")) + "(?![\\w$])")
                .matcher(script.text())
                .find();
    }

    @Override
    public void passed(ResumableStep resumable) {
        rank += found.size();
        found.values().forEach(told);
        scripts.keySet().removeAll(found.keySet());
        found.clear();
    }
}
