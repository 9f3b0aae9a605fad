package dev.slipway.workbench.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Texts that a regular expression of PostgreSQL matches, for those that checks are made of: no more than characters,
/// brackets, groups and quantifiers.
final class PatternText {
    private static final int VARIANTS = 7;

    private final String pattern;
    private final int variant;
    private int at;

    private PatternText(String pattern, int variant) {
        this.pattern = pattern;
        this.variant = variant;
    }

    /// None if the pattern cannot be read.
    static Set<String> of(String pattern) {
        Set<String> texts = new LinkedHashSet<>();
        try {
            IntStream.range(0, VARIANTS).forEach(variant -> texts.add(new PatternText(pattern, variant).whole()));
        } catch (StringIndexOutOfBoundsException | NumberFormatException _) {
            // it ends too early, or is none
        }
        return texts;
    }

    private String whole() {
        StringBuilder text = new StringBuilder(alternatives());
        while (at < pattern.length()) {
            text.append(pattern.charAt(at++)).append(alternatives());
        }
        return text.toString();
    }

    private String alternatives() {
        String first = sequence();
        while (is('|')) {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && !is('|') && !is(')')) {
            text.append(atom().repeat(times()));
        }
        return text.toString();
    }

    private String atom() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '^', '$' -> "";
            case '(' -> group();
            case '[' -> pick(bracket());
            case '.' -> "z";
            case '\\' -> pick(escaped(pattern.charAt(at++)));
            default -> String.valueOf(next);
        };
    }

    private String group() {
        boolean looks = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
        at += looks || pattern.startsWith("?:", at) ? 2 : 0;
        String text = alternatives();
        at++;
        return looks ? "" : text;
    }

    /// As few as may be, but what may be there is there.
    private int times() {
        int times = 1;
        if (is('{')) {
            int end = pattern.indexOf('}', at);
            String[] bounds = pattern.substring(at + 1, end).split(",", -1);
            times = Math.max(1, Integer.parseInt(bounds[0]));
            at = end + 1;
        } else if (is('*') || is('+') || is('?')) {
            at++;
        }
        if (is('?')) {
            at++;
        }
        return times;
    }

    private List<Character> bracket() {
        boolean negated = is('^');
        at += negated ? 1 : 0;
        List<Character> characters = new ArrayList<>();
        do {
            characters.addAll(member());
        } while (!is(']'));
        at++;
        return negated
                ? "zZ7- "
                        .chars()
                        .mapToObj(each -> (char) each)
                        .filter(each -> !characters.contains(each))
                        .toList()
                : characters;
    }

    private List<Character> member() {
        if (pattern.startsWith("[:", at)) {
            String name = pattern.substring(at + 2, pattern.indexOf(":]", at));
            at += name.length() + 4;
            return named(name);
        }
        char first = pattern.charAt(at++);
        if (first == '\\') {
            return escaped(pattern.charAt(at++));
        }
        if (is('-') && pattern.charAt(at + 1) != ']') {
            char last = pattern.charAt(at + 1);
            at += 2;
            return range(first, last);
        }
        return List.of(first);
    }

    private static List<Character> named(String name) {
        return switch (name) {
            case "digit", "xdigit" -> range('0', '9');
            case "upper" -> range('A', 'Z');
            case "space", "blank" -> List.of(' ');
            case "punct" -> List.of('-');
            default -> range('a', 'z');
        };
    }

    private static List<Character> escaped(char letter) {
        return switch (letter) {
            case 'd' -> range('0', '9');
            case 'w' -> range('a', 'z');
            case 's' -> List.of(' ');
            case 'm', 'M', 'y', 'A', 'Z' -> List.of();
            case 'D', 'S' -> List.of('z');
            case 'W' -> List.of('-');
            default -> List.of(letter);
        };
    }

    private static List<Character> range(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(each -> (char) each).toList();
    }

    private String pick(List<Character> characters) {
        return characters.isEmpty() ? "" : String.valueOf(characters.get(variant % characters.size()));
    }

    private boolean is(char expected) {
        return at < pattern.length() && pattern.charAt(at) == expected;
    }
}
