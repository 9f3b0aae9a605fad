package dev.slipway.runner.sql;

/// The classes of characters in `scan.l`. Every character beyond ASCII may be part of a name.
final class CharacterClasses {
    private static final String OPERATOR = "~!@#^&|`?+-*/%<>=";
    private static final String BEYOND_STANDARD = "~!@#^&|`?%";

    private CharacterClasses() {}

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean beginsName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
    }

    /// Whether it may stand in the tag of a dollar quote, or in the name of a variable of `psql`.
    static boolean isInTag(char c) {
        return beginsName(c) || isDigit(c);
    }

    static boolean isInName(char c) {
        return isInTag(c) || c == '$';
    }

    static boolean isOperator(char c) {
        return OPERATOR.indexOf(c) >= 0;
    }

    /// Whether an operator with it may end in `+` or `-`.
    static boolean isBeyondStandard(char c) {
        return BEYOND_STANDARD.indexOf(c) >= 0;
    }
}
