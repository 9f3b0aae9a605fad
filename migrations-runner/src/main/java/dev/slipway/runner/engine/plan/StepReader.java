package dev.slipway.runner.engine.plan;

import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptNote;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.flyway.SqlParseException;
import dev.slipway.runner.postgres.flyway.SqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits all pending scripts into statements before the first is run, so that what cannot be read is known before
/// anything is changed.
public final class StepReader {
    private final Placeholders placeholders;
    private final SqlParser parser = new SqlParser();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<ScriptNote> notes = new ArrayList<>();

    private StepReader(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /// @throws SlipwayException with `ScriptsInvalid`, naming all faults of all pending scripts
    public static List<Step> read(Pending pending, Placeholders placeholders) {
        StepReader reader = new StepReader(placeholders);
        List<Step> steps = new ArrayList<>();
        pending.versioned()
                .forEach(script -> steps.add(reader.step(script, script.file().checksum())));
        pending.repeatable().forEach(repeat -> steps.add(reader.step(repeat.script(), repeat.checksum())));
        return reader.checked(steps);
    }

    /// @throws SlipwayException with `ScriptsInvalid`, naming all faults of all scripts
    public static List<Step> read(List<? extends Script> scripts, Placeholders placeholders) {
        StepReader reader = new StepReader(placeholders);
        return reader.checked(scripts.stream()
                .map(script -> reader.step(script, script.file().checksum()))
                .toList());
    }

    /// What scripts turn out to be when they are read.
    ///
    /// @param problems all faults of all scripts
    /// @param notes what is no fault, and yet worth knowing
    public record Inspected(List<ScriptProblem> problems, List<ScriptNote> notes) {
        public Inspected {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }

    public static Inspected inspect(List<? extends Script> scripts, Placeholders placeholders) {
        StepReader reader = new StepReader(placeholders);
        scripts.forEach(script -> reader.step(script, script.file().checksum()));
        return new Inspected(reader.problems, reader.notes);
    }

    private List<Step> checked(List<Step> steps) {
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
        return steps;
    }

    private Step step(Script script, int checksum) {
        Optional<List<Statement>> read = statements(script);
        List<Statement> statements = read.orElse(List.of());
        if (read.isPresent() && statements.isEmpty() && !script.header().isMerge()) {
            notes.add(new ScriptNote(script.file().origin(), 0, "the script holds no SQL, and does nothing"));
        }
        if (read.isPresent() && script.header().inBatches().isPresent()) {
            Optional<Batch> batch = BatchReader.read(script, statements, problems::add);
            return new Step(script, checksum, statements, true, batch.orElse(null));
        }
        OwnTransactions own = OwnTransactions.of(statements);
        if (!script.header().transaction() || statements.stream().anyMatch(TransactionRules::runsAlone)) {
            return new Step(script, checksum, own.oneByOne(), false);
        }
        Optional<List<Statement>> inOne = own.inOne();
        own.all().stream().findFirst().ifPresent(first -> addNote(script, first, inOne.isPresent()));
        return inOne.map(inner -> new Step(script, checksum, inner, true))
                .orElseGet(() ->
                        new Step(script, checksum, own.inFlywaysTransaction().oneByOne(), false));
    }

    private void addNote(Script script, Statement control, boolean inOne) {
        notes.add(new ScriptNote(
                script.file().origin(),
                SourcePlace.of(script.file(), control, 0).line(),
                inOne
                        ? "the script begins or ends a transaction around all of it: it runs in that of its history row"
                        : "the script begins and ends transactions of its own: it runs statement by statement, and"
                                + " what it committed stays if it fails later"));
    }

    private Optional<List<Statement>> statements(Script script) {
        Optional<Placeholders.Filled> filled = placeholders.fill(script, problems::add);
        try {
            return filled.isEmpty()
                    ? Optional.empty()
                    : Optional.of(parser.parse(filled.get().text()));
        } catch (SqlParseException e) {
            e.faults().forEach(fault -> problem(script, fault.line(), fault.what(), fault.help()));
            return Optional.empty();
        }
    }

    private void problem(Script script, int line, String what, String help) {
        problems.add(new ScriptProblem(script.file().origin(), line, what, help));
    }
}
