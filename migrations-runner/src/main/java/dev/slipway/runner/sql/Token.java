package dev.slipway.runner.sql;

import java.util.Locale;
import java.util.Optional;

/// A token of a text. The tokens of a text put together are the text.
///
/// @param start where it begins
/// @param end where it has ended
/// @param closed whether a quote, comment or data has its end; of any other token it is true
public record Token(TokenKind kind, int start, int end, boolean closed) {
    public String in(String text) {
        return text.substring(start, end);
    }

    /// Whether it is this keyword, in capitals or not.
    public boolean isWord(String text, String word) {
        return kind == TokenKind.WORD
                && end - start == word.length()
                && text.regionMatches(true, start, word, 0, end - start);
    }

    /// What stands between the quotes of a string or a name, with one quote for each that is doubled.
    ///
    /// @param text the one that was read
    public String content(String text) {
        String quoted = in(text);
        char quote = quoted.charAt(quoted.length() - 1);
        int begin = quote == '$' ? quoted.indexOf('$', 1) : quoted.indexOf(quote);
        int end = quote == '$' ? quoted.length() - begin - 1 : quoted.length() - 1;
        String content = begin < end ? quoted.substring(begin + 1, end) : "";
        return quote == '$' ? content : content.replace("" + quote + quote, "" + quote);
    }

    /// The name as the catalog has it, if the token is one without escapes.
    ///
    /// @param text the one that was read
    public Optional<String> name(String text) {
        if (kind == TokenKind.WORD) {
            return Optional.of(in(text).toLowerCase(Locale.ROOT));
        }
        boolean plain = kind == TokenKind.QUOTED_NAME && text.charAt(start) == '"';
        return plain ? Optional.of(content(text)) : Optional.empty();
    }
}
