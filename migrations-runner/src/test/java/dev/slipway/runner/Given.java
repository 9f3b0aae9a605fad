package dev.slipway.runner;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scripts and histories made by hand.
public final class Given {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 11, 21, 9, 30);

    private Given() {}

    /// `V7__step.sql` with a text of its own.
    public static Script.Versioned versioned(String version) {
        return versioned(version, "select %s;".formatted(version));
    }

    public static Script.Versioned versioned(String version, String text) {
        return versioned(version, text, Header.NONE);
    }

    public static Script.Versioned versioned(String version, String text, Header header) {
        return new Script.Versioned(
                Version.of(version), "step", file("V%s__step.sql".formatted(version), text), header);
    }

    /// A script that names its parents, or none for `-- revises: base`.
    public static Script.Versioned revising(String version, String... parents) {
        return labelled(version, null, parents);
    }

    /// A script that begins a branch with a name.
    public static Script.Versioned labelled(String version, @Nullable String label, String... parents) {
        List<Version> named = Arrays.stream(parents).map(Version::of).toList();
        Header header = new Header(new Revises.Named(named, 1), true, true, null, false, label, null, List.of());
        return versioned(version, "select %s;".formatted(version), header);
    }

    public static Script.Undo undo(String version) {
        return new Script.Undo(
                Version.of(version), "step", file("U%s__step.sql".formatted(version), "select 0;"), Header.NONE);
    }

    /// The same script under another description.
    public static Script.Versioned renamed(Script.Versioned script, String description) {
        String name = "V%s__%s.sql".formatted(script.version(), description.replace(' ', '_'));
        return new Script.Versioned(
                script.version(),
                NewRow.abbreviated(description),
                file(name, script.file().text()),
                script.header());
    }

    public static Script.Repeatable repeatable(String description, String text) {
        return new Script.Repeatable(description, file("R__%s.sql".formatted(description), text), Header.NONE);
    }

    private static ScriptFile file(String name, String text) {
        return new ScriptFile(name, "/scripts/" + name, text);
    }

    public static ScriptSet scripts(Script... scripts) {
        return new ScriptSet(
                Naming.FLYWAY,
                all(Script.Versioned.class, scripts).stream()
                        .sorted(Comparator.comparing(Script.Versioned::version))
                        .toList(),
                all(Script.Baseline.class, scripts).stream()
                        .sorted(Comparator.comparing(Script.Baseline::version))
                        .toList(),
                all(Script.Undo.class, scripts),
                all(Script.Repeatable.class, scripts).stream()
                        .sorted(Comparator.comparing(Script.Repeatable::description))
                        .toList());
    }

    private static <S extends Script> List<S> all(Class<S> kind, Script... scripts) {
        return Arrays.stream(scripts).filter(kind::isInstance).map(kind::cast).toList();
    }

    public static HistoryRow applied(Script script) {
        return row(script, HistoryRow.SQL, script.file().checksum(), true);
    }

    public static HistoryRow failed(Script script, @Nullable Integer checksum) {
        return row(script, HistoryRow.SQL, checksum, false);
    }

    /// What takes a script back.
    public static HistoryRow deleted(Script script) {
        return row(script, HistoryRow.DELETE, null, true);
    }

    public static HistoryRow baseline(String version) {
        return new HistoryRow(
                0,
                Version.of(version),
                "<< Flyway Baseline >>",
                HistoryRow.BASELINE,
                "<< Flyway Baseline >>",
                null,
                "owner",
                MOMENT,
                0,
                true);
    }

    /// As if the script had been another one when it ran.
    public static HistoryRow row(Script script, String type, @Nullable Integer checksum, boolean success) {
        Version version = script instanceof Script.Versioned versioned ? versioned.version() : null;
        String path = script.file().path();
        return new HistoryRow(0, version, script.description(), type, path, checksum, "owner", MOMENT, 12, success);
    }

    /// The rows with their ranks.
    public static History history(HistoryRow... rows) {
        List<HistoryRow> ranked = new ArrayList<>();
        for (HistoryRow row : rows) {
            ranked.add(new HistoryRow(
                    ranked.size() + 1,
                    row.version(),
                    row.description(),
                    row.type(),
                    row.script(),
                    row.checksum(),
                    row.installedBy(),
                    row.installedOn(),
                    row.executionTime(),
                    row.success()));
        }
        return new History(ranked);
    }
}
