package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.postgres.flyway.PlaceholderMarks;
import dev.slipway.runner.postgres.flyway.PlaceholderText;
import dev.slipway.runner.postgres.flyway.UnknownPlaceholder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The values of placeholders, asked for only if a script has one: to know them all takes a query.
public final class Placeholders {
    private final Supplier<Map<String, String>> values;
    private final PlaceholderMarks marks;

    public Placeholders(PlaceholderMarks marks, Supplier<Map<String, String>> values) {
        this.marks = marks;
        this.values = values;
    }

    /// Those that look like `${name}`.
    public Placeholders(Supplier<Map<String, String>> values) {
        this(PlaceholderMarks.USUAL, values);
    }

    /// The text of a script with its placeholders filled in.
    ///
    /// @param checksum Flyway's, of a repeatable script
    record Filled(String text, int checksum) {}

    /// Whether every placeholder of the script has a value.
    public boolean suffice(Script script) {
        return fill(script, _ -> {}).isPresent();
    }

    /// Each placeholder without a value becomes a problem.
    Optional<Filled> fill(Script script, Consumer<ScriptProblem> problems) {
        ScriptFile file = script.file();
        if (!script.header().placeholders() || !file.text().contains(marks.prefix())) {
            return Optional.of(new Filled(file.text(), file.checksum()));
        }
        Map<String, String> all = new HashMap<>(values.get());
        all.put(marks.own("filename"), file.fileName());
        PlaceholderText filled = PlaceholderText.of(file.text(), all, marks);
        if (filled.unknown().isEmpty()) {
            return Optional.of(new Filled(filled.text(), ScriptFile.checksum(filled.asFlyway())));
        }
        filled.unknown().stream()
                .distinct()
                .map(unknown -> new ScriptProblem(file.origin(), unknown.line(), unknown.what(), help(file, unknown)))
                .forEach(problems);
        return Optional.empty();
    }

    private static String help(ScriptFile file, UnknownPlaceholder unknown) {
        String keep = "keep the text as it is: -- placeholders: off at the top, or, once it was applied, "
                + "placeholderReplacement=false in %s.conf".formatted(file.fileName());
        return unknown.isNamed() ? "give it one: --placeholder %s=value, or %s".formatted(unknown.name(), keep) : keep;
    }
}
