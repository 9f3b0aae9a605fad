package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file's name says, by Flyway's rules with their default prefixes, separator and suffix.
sealed interface ScriptName {
    Pattern FORM = Pattern.compile("([VUBR])(.*?)(?:__(.*))?");
    Pattern CALLBACK = Pattern.compile("(before|after|create)[A-Z]\\w*");
    String EXAMPLES = "name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql";

    record Versioned(Version version, String description) implements ScriptName {}

    record Baseline(Version version, String description) implements ScriptName {}

    record Undo(Version version, String description) implements ScriptName {}

    record Repeatable(String description) implements ScriptName {}

    record Wrong(String what, String help) implements ScriptName {}

    /// Whether the file takes part at all: only SQL files and what Flyway would read beside them.
    static boolean concerns(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return !fileName.startsWith(".") && (lower.endsWith(".sql") || lower.endsWith(".sql.conf"));
    }

    static ScriptName parse(String fileName) {
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".conf")) {
            return new Wrong(
                    "Flyway's configuration files for single scripts are not read",
                    "say it in the script's first lines instead, for example: -- transaction: off");
        }
        String name = fileName.substring(0, fileName.length() - ".sql".length());
        if (CALLBACK.matcher(name).matches()) {
            return new Wrong("Flyway's callbacks are not run", "make it part of a script, or move it elsewhere");
        }
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return new Wrong("the name is not that of a script", EXAMPLES);
        }
        String description = matcher.group(3) == null ? "" : matcher.group(3).replace('_', ' ');
        return matcher.group(1).equals("R")
                ? repeatable(matcher.group(2), description)
                : versioned(matcher.group(1), matcher.group(2), description);
    }

    private static ScriptName repeatable(String before, String description) {
        if (!before.isEmpty()) {
            return new Wrong("a repeatable script has no version before its two underscores", EXAMPLES);
        }
        return description.isEmpty()
                ? new Wrong("a repeatable script needs a description", EXAMPLES)
                : new Repeatable(description);
    }

    private static ScriptName versioned(String prefix, String text, String description) {
        Optional<Version> version = Version.parse(text);
        if (version.isEmpty()) {
            return new Wrong("\"%s\" is not a version: it may have digits, parted by . or _".formatted(text), EXAMPLES);
        }
        return switch (prefix) {
            case "V" -> new Versioned(version.get(), description);
            case "B" -> new Baseline(version.get(), description);
            default -> new Undo(version.get(), description);
        };
    }
}
