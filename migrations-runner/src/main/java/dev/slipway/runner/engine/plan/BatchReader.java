package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.batch.BatchSettings;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.BatchHeader;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.DataChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a script that says `-- batch: KEY[, KEY...] [time=500ms] [pause=0] [lag=10s]`.
final class BatchReader {
    private static final String NAME = "(?:[\\p{L}_][\\p{L}\\d_$]*|\"(?:[^\"]|\"\")+\")";
    private static final Pattern COLUMN = Pattern.compile(NAME);
    private static final Pattern FORM =
            Pattern.compile("(%1$s(?:\\s*,\\s*%1$s)*)((?:\\s+[a-z]+=\\S+)*)".formatted(NAME));
    private static final Pattern OPTION = Pattern.compile("([a-z]+)=(\\S+)");
    private static final String HELP =
            "write -- batch: and the columns of the key, as in -- batch: id, or -- batch: tenant, id time=500ms"
                    + " pause=0 lag=10s";

    private final Script script;
    private final BatchHeader header;
    private final Consumer<ScriptProblem> problems;
    private Duration goal = BatchSettings.GOAL;
    private Duration pause = Duration.ZERO;
    private Duration lag = BatchSettings.LAG;
    private boolean faulty;

    private BatchReader(Script script, BatchHeader header, Consumer<ScriptProblem> problems) {
        this.script = script;
        this.header = header;
        this.problems = problems;
    }

    /// @return nothing if the script says nothing of batches, or has faults
    static Optional<Batch> read(Script script, List<Statement> statements, Consumer<ScriptProblem> problems) {
        return script.header()
                .inBatches()
                .flatMap(header -> new BatchReader(script, header, problems).read(statements));
    }

    private Optional<Batch> read(List<Statement> statements) {
        BatchSettings settings = settings();
        if (!(script instanceof Script.Versioned)) {
            problem(header.line(), "only a versioned script can run in batches", "leave out -- batch:");
        }
        if (statements.size() != 1) {
            problem(
                    statements.isEmpty() ? header.line() : statements.getLast().firstLine(),
                    "a script that runs in batches is one UPDATE or DELETE, and this one has %d statements"
                            .formatted(statements.size()),
                    "put each into a script of its own");
            return Optional.empty();
        }
        Statement statement = statements.getFirst();
        return switch (DataChange.read(statement.sql())) {
            case DataChange.Reading.Refused(String what, String help, int at) -> {
                problem(line(statement, at), what, help);
                yield Optional.empty();
            }
            case DataChange.Reading.Read(DataChange change) -> {
                settings.key().stream()
                        .filter(change.assigned()::contains)
                        .forEach(column -> problem(
                                statement.firstLine(),
                                "it writes \"%s\", by which rows are taken in order".formatted(column),
                                "take them by another key, or leave out -- batch:"));
                yield faulty ? Optional.empty() : Optional.of(new Batch(settings, statement, change));
            }
        };
    }

    private int line(Statement statement, int at) {
        int position = statement.sql().codePointCount(0, at) + 1;
        return SourcePlace.of(script.file(), statement, position).line();
    }

    private BatchSettings settings() {
        Matcher form = FORM.matcher(header.text());
        List<String> key = new ArrayList<>();
        if (form.matches()) {
            COLUMN.matcher(form.group(1)).results().forEach(column -> key.add(folded(column.group())));
            OPTION.matcher(form.group(2)).results().forEach(option -> set(option.group(1), option.group(2)));
        } else {
            problem(header.line(), "\"%s\" says not how to run in batches".formatted(header.text()), HELP);
        }
        return new BatchSettings(key, goal, pause, lag);
    }

    /// As the catalog has it.
    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    private void set(String option, String value) {
        Optional<Duration> duration = Durations.parse(value);
        if (duration.isEmpty() || (option.equals("time") && duration.get().isZero())) {
            problem(
                    header.line(),
                    "\"%s\" is not a duration for %s".formatted(value, option),
                    "write " + Durations.FORM);
            return;
        }
        switch (option) {
            case "time" -> goal = duration.get();
            case "pause" -> pause = duration.get();
            case "lag" -> lag = duration.get();
            default -> problem(header.line(), "unknown option \"%s\" of -- batch:".formatted(option), HELP);
        }
    }

    private void problem(int line, String what, String help) {
        faulty = true;
        problems.accept(new ScriptProblem(script.file().origin(), line, what, help));
    }
}
