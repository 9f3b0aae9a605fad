package dev.slipway.workbench.prove;

import dev.slipway.workbench.table.QuotedText;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words, strings and numbers of a definition.
final class DefinitionTokens {
    private static final Pattern TOKEN =
            Pattern.compile("'" + QuotedText.INSIDE + "'|" + QuotedText.IDENTIFIER + "|[\\w.]+");

    private DefinitionTokens() {}

    /// Whether two definitions have as many words between the same signs, of which some differ.
    static boolean differ(String one, String other) {
        return TOKEN.matcher(one).replaceAll("w").equals(TOKEN.matcher(other).replaceAll("w"));
    }

    static Set<String> of(String definition) {
        Set<String> tokens = new LinkedHashSet<>();
        TOKEN.matcher(definition).results().map(MatchResult::group).forEach(tokens::add);
        return tokens;
    }
}
