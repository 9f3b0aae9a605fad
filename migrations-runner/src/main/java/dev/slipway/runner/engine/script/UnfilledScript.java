package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.TokenKind;
import java.util.List;
import java.util.regex.Pattern;

/// Tells a new file that nobody has filled in from a script that is empty on purpose: a comment asks for its SQL.
public final class UnfilledScript {
    private static final String END = " goes here.";
    private static final Pattern REQUEST =
            Pattern.compile("(?m)^--[ \\t]*The SQL that leads (back )?from .* to .* goes here\\.");

    private static final String BLANK = "= ...";
    private static final String LINE = "-- ";
    private static final Pattern STATEMENT = Pattern.compile("-- (?!.* = \\.\\.\\.).*;");
    private static final Pattern PARAGRAPH = Pattern.compile("\\R[ \\t]*\\R");
    private static final String CHOICE = "until then every command refuses this script";

    private UnfilledScript() {}

    /// What stands in a new script.
    public static String request(String from, String to) {
        return "The SQL that leads from %s to %s".formatted(from, to) + END;
    }

    /// What stands in a new undo script.
    public static String requestBack(String from, String to) {
        return "The SQL that leads back from %s to %s".formatted(from, to) + END;
    }

    /// What stands over statements in comments of which somebody has to take one.
    ///
    /// @param question for example `The model does not say what level is in rows that have none.`
    /// @return a line each, without what makes them comments
    public static List<String> choice(String question) {
        return List.of(question + " Choose, and take the comment from", "a line; " + CHOICE + ".");
    }

    /// As it would be if somebody took the first statement under each choice, as far as it is complete.
    public static String chosen(String text) {
        boolean open = false;
        StringBuilder chosen = new StringBuilder();
        for (String line : text.lines().toList()) {
            open = line.isBlank() ? false : open || line.contains(CHOICE);
            boolean taken = open && STATEMENT.matcher(line).matches();
            chosen.append(taken ? line.substring(LINE.length()) : line).append('\n');
            open = open && !taken;
        }
        return chosen.toString();
    }

    /// The line in which nobody wrote a value in place of `...`, counted from 1, or 0. PostgreSQL knows no such SQL, so
    /// that no script which ever ran is taken for one.
    static int blank(ScriptFile file) {
        String text = file.text();
        if (!text.contains(BLANK)) {
            return 0;
        }
        SqlScript script = SqlScript.read(text);
        return script.tokens().stream()
                .filter(token -> token.kind() == TokenKind.OPERATOR && text.startsWith(BLANK, token.start()))
                .findFirst()
                .map(token -> script.line(token.start()))
                .orElse(0);
    }

    static boolean is(ScriptFile file) {
        return file.text().contains(END) && REQUEST.matcher(file.text()).find() && SqlScript.isEmpty(file.text());
    }

    /// The line that offers statements in comments, in a paragraph of which none was taken, counted from 1, or 0.
    static int open(ScriptFile file) {
        String text = file.text();
        if (text.contains(CHOICE)) {
            int from = 0;
            for (String part : PARAGRAPH.splitAsStream(text).toList()) {
                from = text.indexOf(part, from);
                if (isOpen(part)) {
                    return SqlScript.read(text).line(from + part.indexOf(CHOICE));
                }
            }
        }
        return 0;
    }

    private static boolean isOpen(String paragraph) {
        return paragraph.contains(CHOICE)
                && paragraph.lines().allMatch(line -> line.isBlank() || line.startsWith("--"));
    }
}
