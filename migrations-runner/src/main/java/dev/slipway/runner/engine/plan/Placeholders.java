package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.postgres.flyway.PlaceholderText;
import dev.slipway.runner.postgres.flyway.UnknownPlaceholderException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The values of `${name}`, asked for only if a script has one: to know them all takes a query.
public final class Placeholders {
    private final Supplier<Map<String, String>> values;

    public Placeholders(Supplier<Map<String, String>> values) {
        this.values = values;
    }

    public static Placeholders none() {
        return new Placeholders(Map::of);
    }

    /// The text of the script with its placeholders filled in; one without a value becomes a problem.
    Optional<String> fill(Script script, Consumer<ScriptProblem> problems) {
        ScriptFile file = script.file();
        if (!script.header().placeholders() || !file.text().contains(PlaceholderText.PREFIX)) {
            return Optional.of(file.text());
        }
        Map<String, String> all = new HashMap<>(values.get());
        all.put("flyway:filename", file.fileName());
        try {
            return Optional.of(PlaceholderText.replace(file.text(), all));
        } catch (UnknownPlaceholderException e) {
            problems.accept(new ScriptProblem(
                    file.origin(), e.line(), e.what(), "give it one: --placeholder %s=value".formatted(e.name())));
            return Optional.empty();
        }
    }
}
