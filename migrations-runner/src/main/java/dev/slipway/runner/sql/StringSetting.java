package dev.slipway.runner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Watches the statements of a script for a change of `standard_conforming_strings`, as `psql` watches the server.
final class StringSetting {
    private static final String NAME = "standard_conforming_strings";
    /// `SET SESSION name TO value` has as many tokens.
    private static final int LONGEST = 5;

    private static final Set<String> SCOPES = Set.of("session", "local");
    private static final Set<String> OFF = Set.of("off", "false", "no", "0", "f", "n", "of", "fa", "fal", "fals");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private boolean standard = true;

    StringSetting(String text) {
        this.text = text;
    }

    void accept(Token token) {
        if (token.kind() != TokenKind.END) {
            if (words.size() <= LONGEST) {
                words.add(word(token));
            }
            return;
        }
        statement();
        words.clear();
    }

    private String word(Token token) {
        boolean mayMatter = token.kind() == TokenKind.STRING
                || token.kind() == TokenKind.QUOTED_NAME
                || token.end() - token.start() < 40;
        return mayMatter
                ? token.in(text).toLowerCase(Locale.ROOT).replace("'", "").replace("\"", "")
                : "";
    }

    private void statement() {
        String verb = words.isEmpty() ? "" : words.removeFirst();
        if (!words.isEmpty() && verb.equals("set") && SCOPES.contains(words.getFirst())) {
            words.removeFirst();
        }
        String first = words.isEmpty() ? "" : words.getFirst();
        if (verb.equals("set") && words.size() == 3 && first.equals(NAME)) {
            standard = !OFF.contains(words.getLast());
        } else if ((verb.equals("reset") && (first.equals(NAME) || first.equals("all")))
                || (verb.equals("discard") && first.equals("all"))) {
            standard = true;
        }
    }

    boolean standard() {
        return standard;
    }
}
