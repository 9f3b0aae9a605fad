package dev.slipway.runner.engine.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where quoted text and comments end. What is never closed ends with the text.
final class SqlQuotes {
    private static final Pattern OPENING = Pattern.compile("(?i)(?:u&)?\"|(?:u&|[ebxn])?'");
    private static final Pattern DOLLAR_TAG =
            Pattern.compile("\\$(?:[A-Za-z_\\u0080-\\uFFFF][\\w\\u0080-\\uFFFF]*)?\\$");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+");
    private static final String PLACEHOLDER = "${";

    private SqlQuotes() {}

    /// The place of the quote of a string or name that begins here, perhaps with a prefix, or -1.
    static int quoteAt(String text, int at) {
        Matcher opening = OPENING.matcher(text).region(at, text.length());
        return opening.lookingAt() ? opening.end() - 1 : -1;
    }

    /// Whether `\` has a meaning in the string that begins here.
    static boolean escapes(String text, int at) {
        return text.startsWith("e'", at) || text.startsWith("E'", at);
    }

    static int end(String text, int quote, boolean escapes) {
        char closing = text.charAt(quote);
        int at = quote + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (escapes && closing == '\'' && c == '\\') {
                at += 2;
            } else if (c != closing) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == closing) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return text.length();
    }

    /// Of a dollar quote, a parameter, a placeholder, or a lone `$`.
    static int dollarEnd(String text, int at) {
        Matcher tag = DOLLAR_TAG.matcher(text).region(at, text.length());
        if (tag.lookingAt()) {
            return after(text, text.indexOf(tag.group(), tag.end()), tag.group());
        }
        if (text.startsWith(PLACEHOLDER, at)) {
            return after(text, text.indexOf('}', at), "}");
        }
        Matcher parameter = PARAMETER.matcher(text).region(at, text.length());
        return parameter.lookingAt() ? parameter.end() : at + 1;
    }

    private static int after(String text, int found, String closing) {
        return found < 0 ? text.length() : found + closing.length();
    }

    /// Block comments can stand within each other.
    static int commentEnd(String text, int start) {
        int open = 1;
        int at = start + 2;
        while (open > 0 && at < text.length()) {
            if (text.startsWith("/*", at)) {
                open++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                open--;
                at += 2;
            } else {
                at++;
            }
        }
        return Math.min(at, text.length());
    }
}
