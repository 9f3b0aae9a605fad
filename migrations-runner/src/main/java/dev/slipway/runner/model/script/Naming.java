package dev.slipway.runner.model.script;

import java.util.List;
import java.util.Optional;

/// How the files of scripts are named, in Flyway's words.
///
/// @param versioned `sqlMigrationPrefix`
/// @param undo `undoSqlMigrationPrefix`
/// @param repeatable `repeatableSqlMigrationPrefix`
/// @param baseline `baselineMigrationPrefix`
/// @param separator `sqlMigrationSeparator`, between version and description
/// @param suffixes `sqlMigrationSuffixes`; new files get the first
public record Naming(
        String versioned, String undo, String repeatable, String baseline, String separator, List<String> suffixes) {
    /// Flyway's own.
    public static final Naming FLYWAY = new Naming("V", "U", "R", "B", "__", List.of(".sql"));

    public Naming {
        suffixes = List.copyOf(suffixes);
    }

    /// For example `V7__add_phone.sql`.
    public String script(Object version, String words) {
        return versioned + version + separator + words + suffixes.getFirst();
    }

    /// For example `U7__add_phone.sql`.
    public String undoScript(Object version, String words) {
        return undo + version + separator + words + suffixes.getFirst();
    }

    /// The undo script of a script, in the same folder.
    public String undoOf(String path) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + undo + path.substring(name + versioned.length());
    }

    /// For example `B7__as_of_7.sql`.
    public String baselineScript(Object version, String words) {
        return baseline + version + separator + words + suffixes.getFirst();
    }

    /// For example `R__active_users.sql`.
    public String repeatableScript(String words) {
        return repeatable + separator + words + suffixes.getFirst();
    }

    /// How to name a file, for people.
    public String examples() {
        return "name it like %s, %s, %s or %s"
                .formatted(
                        script("7", "add_phone"),
                        undoScript("7", "add_phone"),
                        baselineScript("7", "as_of_7"),
                        repeatableScript("active_users"));
    }

    /// The name of a script's file without its suffix, or nothing if it has none of them. Upper and lower case are the
    /// same.
    public Optional<String> withoutSuffix(String fileName) {
        return suffixes.stream()
                .filter(suffix -> fileName.length() > suffix.length()
                        && fileName.regionMatches(
                                true, fileName.length() - suffix.length(), suffix, 0, suffix.length()))
                .findFirst()
                .map(suffix -> fileName.substring(0, fileName.length() - suffix.length()));
    }

    /// A script's version with the separators of its parts, which it keeps only in the name of its file.
    public String versionIn(Script.Revision script) {
        String prefix = switch (script) {
            case Script.Versioned _ -> versioned;
            case Script.Baseline _ -> baseline;
        };
        String fileName = script.file().fileName();
        String name = withoutSuffix(fileName).orElse(fileName).substring(prefix.length());
        int end = name.indexOf(separator);
        return end < 0 ? name : name.substring(0, end);
    }
}
