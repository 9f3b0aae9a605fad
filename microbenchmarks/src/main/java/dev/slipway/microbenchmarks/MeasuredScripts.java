package dev.slipway.microbenchmarks;

import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The scripts that are measured.
final class MeasuredScripts {
    private static final int MERGED_AFTER = 5;

    private MeasuredScripts() {}

    /// Those of the reference service.
    static ScriptSet reference() {
        return ScriptReader.read(List.of(Location.parse("classpath:scripts")));
    }

    /// The longest of them: tables, bridges with their functions and triggers, comments, a `DO`.
    static String longest() {
        return reference()
                .all()
                .map(script -> script.file().text())
                .reduce("", (longest, text) -> text.length() > longest.length() ? text : longest);
    }

    /// Each builds on the one before it, as scripts written for Flyway do.
    static ScriptSet line(int count) {
        return scripts(count, _ -> new Revises.Preceding());
    }

    /// Two branches go on side by side until every fifth script joins them.
    static ScriptSet branches(int count) {
        return scripts(count, version -> switch (version % MERGED_AFTER) {
            case 1 -> version == 1 ? new Revises.Preceding() : named(version - 2, version - 1);
            case 2 -> named(version - 1);
            default -> named(version - 2);
        });
    }

    private static Revises named(int... parents) {
        return new Revises.Named(
                IntStream.of(parents)
                        .mapToObj(Integer::toString)
                        .map(Version::of)
                        .toList(),
                1);
    }

    private static ScriptSet scripts(int count, IntFunction<Revises> revises) {
        List<Script.Versioned> versioned = IntStream.rangeClosed(1, count)
                .mapToObj(version -> script(version, revises.apply(version)))
                .toList();
        return new ScriptSet(Naming.FLYWAY, versioned, List.of(), List.of(), List.of());
    }

    private static Script.Versioned script(int version, Revises revises) {
        String name = Naming.FLYWAY.script(version, "step");
        return new Script.Versioned(
                Version.of(Integer.toString(version)),
                "step",
                new ScriptFile(name, "/scripts/" + name, "select %d;\n".formatted(version)),
                new Header(revises, true, true, null, false, null, null, List.of()));
    }
}
