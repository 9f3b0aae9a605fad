package dev.slipway.workbench.alembic;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a backslash in a string of Python stands for.
///
/// Source: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
final class PythonEscapes {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:([0-7]{1,3})|x(\\p{XDigit}{2})|u(\\p{XDigit}{4})|U(\\p{XDigit}{8})|(.))", Pattern.DOTALL);

    private PythonEscapes() {}

    static String resolved(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(resolved(escape)));
    }

    private static String resolved(MatchResult escape) {
        String text = escape.group();
        if (escape.group(1) != null) {
            return character(escape.group(1), 8, text);
        }
        for (int group = 2; group <= 4; group++) {
            if (escape.group(group) != null) {
                return character(escape.group(group), 16, text);
            }
        }
        return simple(text.charAt(1));
    }

    private static String character(String digits, int base, String text) {
        long code = Long.parseLong(digits, base);
        return code <= Character.MAX_CODE_POINT ? Character.toString((int) code) : text;
    }

    private static String simple(char c) {
        return switch (c) {
            case '\n' -> "";
            case '\\', '\'', '"' -> String.valueOf(c);
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000B";
            default -> "\\" + c;
        };
    }
}
