package dev.slipway.workbench.alembic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the text of a file in Alembic's `versions/` says; no Python is run.
///
/// @param origin the file, for people
/// @param description the first line of its docstring
/// @param parents the ids in `down_revision`
/// @param dependsOn ids, beginnings of ids, or branch labels
/// @param upgrades whether `upgrade()` has code
/// @param downgrades whether `downgrade()` has code
/// @param refusesDowngrade whether all `downgrade()` does is to raise an error
record AlembicVersionFile(
        String origin,
        String id,
        String description,
        List<String> parents,
        List<String> labels,
        List<String> dependsOn,
        boolean upgrades,
        boolean downgrades,
        boolean refusesDowngrade) {
    private static final Pattern DOCSTRING =
            Pattern.compile("(?s)\\A(?:\\s|#[^\\n]*+\\n)*+[rRuU]?(\"\"\"|'''|\"|')\\s*(.*?)\\s*\\1.*");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\n]*)\"|'([^'\\n]*)'");
    private static final Pattern LONG_STRING = Pattern.compile("(?s)\"\"\".*?\"\"\"|\'\'\'.*?\'\'\'");
    private static final Pattern BEYOND = Pattern.compile("[^\\s#].*");
    private static final Pattern NO_CODE = Pattern.compile("|pass|\\.\\.\\.|return|return None");

    AlembicVersionFile {
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /// @return nothing if the text is not that of a revision
    static Optional<AlembicVersionFile> parse(String origin, String text) {
        String python = text.replace("\r\n", "\n") + "\n";
        return strings("revision", python).stream().findFirst().map(id -> {
            List<String> downgrade = code("downgrade", python);
            return new AlembicVersionFile(
                    origin,
                    id,
                    description(python).orElse(id),
                    strings("down_revision", python),
                    strings("branch_labels", python),
                    strings("depends_on", python),
                    !code("upgrade", python).isEmpty(),
                    !downgrade.isEmpty(),
                    downgrade.stream()
                            .findFirst()
                            .filter(line -> line.startsWith("raise"))
                            .isPresent());
        });
    }

    private static Optional<String> description(String python) {
        Matcher matcher = DOCSTRING.matcher(python);
        return matcher.matches()
                ? matcher.group(2)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /// The strings that a variable is given: one, or those of a tuple, list or set.
    private static List<String> strings(String variable, String python) {
        Matcher assignment = Pattern.compile(
                        "(?m)^%s\\s*(?::[^=\\n]+)?=\\s*(\\([^)]*\\)|\\[[^\\]]*\\]|\\{[^}]*\\}|[^\\n#]*)"
                                .formatted(variable))
                .matcher(python);
        if (!assignment.find()) {
            return List.of();
        }
        return STRING.matcher(assignment.group(1))
                .results()
                .map(string -> string.group(1) == null ? string.group(2) : string.group(1))
                .toList();
    }

    /// The lines of a function that do something.
    private static List<String> code(String function, String python) {
        Matcher head = Pattern.compile("(?m)^(?:async )?def %s\\([^)]*\\)[^:\\n]*:".formatted(function))
                .matcher(python);
        if (!head.find()) {
            return List.of();
        }
        String rest = LONG_STRING.matcher(python.substring(head.end())).replaceAll("");
        return rest.lines()
                .takeWhile(line -> !BEYOND.matcher(line).matches())
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !NO_CODE.matcher(line).matches())
                .toList();
    }
}
