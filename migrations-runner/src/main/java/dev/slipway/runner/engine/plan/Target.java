package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.stream.Collectors;

/// Where a command should bring the database.
public sealed interface Target {
    String HEAD = "head";

    /// The newest version, and the repeatable scripts.
    record Head() implements Target {}

    /// One version; repeatable scripts wait until head, since they may need what comes after it.
    record At(Version version) implements Target {}

    /// @throws SlipwayException with a usage failure if the text is neither `head` nor the version of a script
    static Target parse(String text, ScriptSet scripts) {
        if (text.equals(HEAD)) {
            return new Head();
        }
        return Version.parse(text)
                .flatMap(scripts::find)
                .map(Script.Versioned::version)
                .<Target>map(At::new)
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "target \"%s\" is not a known revision".formatted(text),
                        "use head, or one of " + versions(scripts))));
    }

    private static String versions(ScriptSet scripts) {
        List<Script.Versioned> all = scripts.versioned();
        return all.stream()
                .skip(Math.max(0, all.size() - 10))
                .map(Script::label)
                .collect(Collectors.joining(", ", all.size() > 10 ? "..., " : "", ""));
    }

    default boolean reaches(Version other) {
        return switch (this) {
            case Head() -> true;
            case At(Version version) -> other.compareTo(version) <= 0;
        };
    }
}
