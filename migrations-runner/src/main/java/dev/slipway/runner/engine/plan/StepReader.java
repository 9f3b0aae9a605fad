package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.failure.ScriptsInvalid;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.Script;
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

    /// All faults of all scripts.
    public static List<ScriptProblem> problems(List<? extends Script> scripts, Placeholders placeholders) {
        StepReader reader = new StepReader(placeholders);
        scripts.forEach(script -> reader.step(script, script.file().checksum()));
        return List.copyOf(reader.problems);
    }

    private List<Step> checked(List<Step> steps) {
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
        return steps;
    }

    private Step step(Script script, int checksum) {
        List<Statement> statements = statements(script);
        boolean transactional =
                script.header().transaction() && statements.stream().noneMatch(TransactionRules::runsAlone);
        if (transactional) {
            statements.stream()
                    .filter(TransactionRules::endsTransaction)
                    .forEach(statement -> problem(
                            script,
                            SourcePlace.of(script.file(), statement, 0).line(),
                            "the script begins or ends a transaction, but it runs inside one with its history row",
                            "remove the statement, or write -- transaction: off at the top"));
        }
        return new Step(script, checksum, statements, transactional);
    }

    private List<Statement> statements(Script script) {
        Optional<Placeholders.Filled> filled = placeholders.fill(script, problems::add);
        try {
            return filled.isEmpty() ? List.of() : parser.parse(filled.get().text());
        } catch (SqlParseException e) {
            e.faults().forEach(fault -> problem(script, fault.line(), fault.what(), fault.help()));
            return List.of();
        }
    }

    private void problem(Script script, int line, String what, String help) {
        problems.add(new ScriptProblem(script.file().origin(), line, what, help));
    }
}
