package dev.slipway.runner.sql;

/// Finds the ends of what is quoted, and of comments. What has no end ends with the text, and beyond it.
final class QuoteEnds {
    private final String text;

    QuoteEnds(String text) {
        this.text = text;
    }

    /// The place of the quote of a string or name that begins here, perhaps with a prefix, or -1.
    int opening(int at) {
        char quote = sign(at);
        if (quote == '\'' || quote == '"') {
            return at;
        }
        if ((quote == 'u' || quote == 'U') && sign(at + 1) == '&' && (sign(at + 2) == '\'' || sign(at + 2) == '"')) {
            return at + 2;
        }
        return "eEbBxXnN".indexOf(quote) >= 0 && sign(at + 1) == '\'' ? at + 1 : -1;
    }

    /// The end of a string or name.
    ///
    /// @param quote the place of its quote
    int end(int quote, boolean escapes) {
        char closing = text.charAt(quote);
        int at = quote + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == closing && sign(at + 1) != closing) {
                return at + 1;
            }
            at += c == closing || (escapes && c == '\\') ? 2 : 1;
        }
        return beyond();
    }

    /// The tag of the dollar quote that begins here, or an empty text.
    String tag(int at) {
        int end = at + 1;
        if (CharacterClasses.beginsName(sign(end))) {
            while (CharacterClasses.isInTag(sign(end))) {
                end++;
            }
        }
        return sign(end) == '$' ? text.substring(at, end + 1) : "";
    }

    int dollarEnd(int at, String tag) {
        int close = text.indexOf(tag, at + tag.length());
        return close < 0 ? beyond() : close + tag.length();
    }

    /// Where the placeholder ends that begins here, or -1 if it is none.
    int placeholderEnd(int at) {
        int end = at + 2;
        while (sign(at + 1) == '{' && end < text.length() && "};'\"\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return sign(at + 1) == '{' && sign(end) == '}' ? end + 1 : -1;
    }

    /// Comments may hold others.
    int commentEnd(int at) {
        int depth = 1;
        int end = at + 2;
        while (depth > 0 && end < text.length()) {
            boolean opens = text.startsWith("/*", end);
            boolean closes = text.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return depth > 0 ? beyond() : end;
    }

    int lineEnd(int at) {
        int end = at;
        while (end < text.length() && !CharacterClasses.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int beyond() {
        return text.length() + 1;
    }

    private char sign(int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
