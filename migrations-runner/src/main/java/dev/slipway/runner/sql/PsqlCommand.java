package dev.slipway.runner.sql;

import java.util.Locale;
import java.util.Set;

/// A command of `psql` in a script, with what follows in its line.
///
/// Source: the manual of psql, under "Meta-Commands", and `psqlscanslash.l`
///
/// @param name without the backslash
/// @param arguments without the space around them
public record PsqlCommand(String name, String arguments) {
    /// They print, or change how `psql` prints; `pg_dump` writes the first two.
    private static final Set<String> HARMLESS = Set.of(
            "restrict",
            "unrestrict",
            "echo",
            "qecho",
            "warn",
            "timing",
            "pset",
            "x",
            "a",
            "t",
            "f",
            "H",
            "C",
            "T",
            "l",
            "l+",
            "z",
            "conninfo");
    private static final String DESCRIBES = "d[a-zA-Z]*[S+]*";
    private static final Set<String> SETS = Set.of("set", "unset");
    /// None of them changes what reaches the server as long as nothing fails.
    private static final Set<String> HARMLESS_VARIABLES =
            Set.of("ON_ERROR_STOP", "QUIET", "VERBOSITY", "SHOW_CONTEXT", "ECHO", "ECHO_HIDDEN");
    private static final Set<String> UTF_8 = Set.of("utf8", "utf-8", "unicode");

    /// @param token of the kind `PSQL_COMMAND`
    public static PsqlCommand of(Token token, String text) {
        String command = token.in(text);
        int end = nameEnd(command, 0);
        String arguments = command.substring(end).strip();
        return new PsqlCommand(
                command.substring(1, end),
                arguments.endsWith("\\\\")
                        ? arguments.substring(0, arguments.length() - 2).strip()
                        : arguments);
    }

    /// Whether it means nothing for what reaches the server.
    public boolean isHarmless() {
        String first = arguments.split("\\s+", 2)[0].replace("'", "");
        return HARMLESS.contains(name)
                || name.matches(DESCRIBES)
                || (SETS.contains(name) && HARMLESS_VARIABLES.contains(first))
                || (name.equals("encoding") && UTF_8.contains(first.toLowerCase(Locale.ROOT)));
    }

    /// Where the command ends that begins here: with its line, or before the backslash of the next one.
    static int end(String text, int at) {
        int end = nameEnd(text, at);
        if (end == at + 2 && ";:".indexOf(text.charAt(at + 1)) >= 0) {
            return end;
        }
        char open = 0;
        while (end < text.length() && text.charAt(end) != '\n' && (open != 0 || text.charAt(end) != '\\')) {
            char c = text.charAt(end);
            boolean escaped = open == '\'' && c == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n';
            open = open == 0 && "'\"`".indexOf(c) >= 0 ? c : open == c ? 0 : open;
            end += escaped ? 2 : 1;
        }
        return text.startsWith("\\\\", end) ? end + 2 : end;
    }

    private static int nameEnd(String text, int at) {
        int end = at + 1;
        if (end < text.length() && ";:".indexOf(text.charAt(end)) >= 0) {
            return end + 1;
        }
        while (end < text.length() && !CharacterClasses.isSpace(text.charAt(end)) && text.charAt(end) != '\\') {
            end++;
        }
        return end;
    }
}
