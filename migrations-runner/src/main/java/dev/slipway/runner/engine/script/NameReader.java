package dev.slipway.runner.engine.script;

import dev.slipway.runner.engine.script.Conventions.Misnamed;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Naming;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the names of files by Flyway's rules: of several prefixes that a name begins with the longest counts, and what
/// stands before the first separator is the version.
final class NameReader {
    private static final String CONFIGURATION = ".conf";

    private final Naming naming;
    private final Misnamed misnamed;
    private final List<Prefix> prefixes;

    private enum Kind {
        VERSIONED,
        UNDO,
        BASELINE,
        REPEATABLE,
        CALLBACK
    }

    private record Prefix(String text, Kind kind) {}

    NameReader(Conventions conventions) {
        this.naming = conventions.naming();
        this.misnamed = conventions.misnamed();
        this.prefixes = Stream.concat(
                        Stream.of(
                                new Prefix(naming.versioned(), Kind.VERSIONED),
                                new Prefix(naming.repeatable(), Kind.REPEATABLE),
                                new Prefix(naming.baseline(), Kind.BASELINE),
                                new Prefix(naming.undo(), Kind.UNDO)),
                        Callbacks.EVENTS.stream().map(event -> new Prefix(event, Kind.CALLBACK)))
                .sorted(Comparator.comparingInt((Prefix prefix) -> prefix.text().length())
                        .reversed())
                .toList();
    }

    /// Whether the file takes part at all: only SQL files, and what configures one. What is named like a script and has
    /// another ending is told.
    boolean concerns(String fileName) {
        return !fileName.startsWith(".")
                && (naming.withoutSuffix(configured(fileName).orElse(fileName)).isPresent() || isLike(fileName));
    }

    /// The name of the script that a file configures, if it is such a file.
    static Optional<String> configured(String path) {
        return path.endsWith(CONFIGURATION)
                ? Optional.of(path.substring(0, path.length() - CONFIGURATION.length()))
                : Optional.empty();
    }

    ScriptName parse(String fileName) {
        Optional<String> known = naming.withoutSuffix(fileName);
        if (known.isEmpty()) {
            return new ScriptName.Stranger();
        }
        String name = known.get();
        return prefixes.stream()
                .filter(prefix -> name.startsWith(prefix.text()))
                .findFirst()
                .map(prefix -> parse(name, prefix))
                .orElseGet(() -> misnamed(name, "the name is not that of a script"));
    }

    private ScriptName parse(String name, Prefix prefix) {
        String rest = name.substring(prefix.text().length());
        int separator = rest.indexOf(naming.separator());
        String before = separator < 0 ? rest : rest.substring(0, separator);
        String description = separator < 0
                ? ""
                : NewRow.abbreviated(
                        rest.substring(separator + naming.separator().length()).replace('_', ' '));
        return switch (prefix.kind()) {
            case VERSIONED, UNDO, BASELINE ->
                Version.parse(before)
                        .map(version -> versioned(prefix.kind(), version, description))
                        .orElseGet(() -> misnamed(
                                name,
                                "\"%s\" is not a version: it may have digits, parted by . or _".formatted(before)));
            case REPEATABLE -> repeatable(name, before, description);
            case CALLBACK ->
                before.isEmpty()
                        ? new ScriptName.Callback()
                        : misnamed(name, "the name is that of no event of Flyway, and not that of a script");
        };
    }

    private static ScriptName versioned(Kind kind, Version version, String description) {
        return switch (kind) {
            case UNDO -> new ScriptName.Undo(version, description);
            case BASELINE -> new ScriptName.Baseline(version, description);
            case VERSIONED, REPEATABLE, CALLBACK -> new ScriptName.Versioned(version, description);
        };
    }

    private ScriptName repeatable(String name, String before, String description) {
        if (!before.isEmpty()) {
            return misnamed(name, "a repeatable script has no version before its separator");
        }
        return description.isEmpty()
                ? misnamed(name, "a repeatable script needs a description")
                : new ScriptName.Repeatable(description);
    }

    private ScriptName misnamed(String name, String what) {
        boolean refused = switch (misnamed) {
            case SLIPS_REFUSED -> isSlip(name);
            case REFUSED -> true;
            case PASSED_OVER -> false;
        };
        return refused ? new ScriptName.Wrong(what, naming.examples()) : new ScriptName.Stranger();
    }

    /// Whether somebody may have meant a script with another ending: `V1__a.sql.txt`, `v2_b.sql~`, `V1__a`,
    /// `R__c.psql`.
    private boolean isLike(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int separator = name.indexOf(naming.separator());
        return naming.suffixes().stream()
                        .map(suffix -> lower.indexOf(suffix.toLowerCase(Locale.ROOT)))
                        .anyMatch(end -> end > 0 && isSlip(name.substring(0, end)))
                || (separator >= 0 && isNumbered(name, separator));
    }

    private boolean isNumbered(String name, int separator) {
        return Stream.of(naming.versioned(), naming.undo(), naming.repeatable(), naming.baseline())
                .filter(prefix -> !prefix.isEmpty() && name.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(prefix -> name.substring(prefix.length(), Math.max(prefix.length(), separator)))
                .anyMatch(version -> version.isEmpty() || Version.parse(version).isPresent());
    }

    /// Whether somebody must have meant a script: `V1_a`, `v2__a`, `R_a`, `1__a`.
    private boolean isSlip(String name) {
        boolean separated = name.contains(naming.separator());
        boolean forgotten = separated && Character.isDigit(name.charAt(0));
        return forgotten
                || Stream.of(naming.versioned(), naming.undo(), naming.repeatable(), naming.baseline())
                        .filter(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()))
                        .anyMatch(prefix -> isSlip(name, prefix));
    }

    private boolean isSlip(String name, String prefix) {
        String rest = name.substring(prefix.length());
        boolean exact = name.startsWith(prefix) && !prefix.isEmpty();
        return rest.matches("(?s)[^\\p{L}\\p{N}]*\\d.*")
                || rest.startsWith(exact ? "_" : naming.separator())
                || (exact && (rest.isEmpty() || rest.contains(naming.separator())));
    }
}
