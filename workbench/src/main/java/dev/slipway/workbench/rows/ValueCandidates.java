package dev.slipway.workbench.rows;

import dev.slipway.workbench.table.QuotedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts that may stand for a value which satisfies a check: samples, what the check itself names, and what checks
/// often ask for.
final class ValueCandidates {
    private static final Pattern TEXT = Pattern.compile("'(" + QuotedText.INSIDE + ")'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.])");
    private static final int SAMPLES = 5;
    private static final int LONGEST = 1000;
    private static final List<String> OTHERS = List.of("kv", "xj", "wz", "qk");
    private static final List<String> WORDS = List.of(
            "z",
            "Z",
            "zqw",
            "ZQW",
            "Zqw",
            "a",
            "A",
            "abc",
            "ABC",
            "1",
            "123",
            "z1",
            "zq-w",
            "zq_w",
            "zq.w",
            "/zq",
            "zq@example.org",
            "https://example.org/zq",
            "+491234567",
            "de",
            "DE",
            "de-DE",
            "EUR",
            "#00ff00",
            "zq=w",
            "");
    private static final List<String> NUMBERS = List.of("1", "0", "-1", "2", "10", "50", "100", "1000", "0.5");

    private ValueCandidates() {}

    /// The most awkward come first.
    static Set<String> of(RowColumnType type, String expression) {
        Set<String> texts = new LinkedHashSet<>();
        IntStream.range(0, SAMPLES).forEach(number -> texts.add(Samples.of(type, number)));
        texts.addAll(type.labels());
        List<String> numbers = numbers(expression);
        List<String> named = named(expression);
        if (type.isNumber()) {
            numbers.forEach(number -> around(number).forEach(texts::add));
        }
        texts.addAll(named);
        if (type.isNumber()) {
            texts.addAll(NUMBERS);
        }
        if (type.isText()) {
            texts.addAll(words(numbers, named));
        }
        if (type.plain().equals("bytea")) {
            numbers.stream()
                    .flatMap(ValueCandidates::lengths)
                    .forEach(
                            text -> texts.add("\\x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))));
        }
        if (Shapes.has(type)) {
            Shapes.all(numbers).forEach(texts::add);
        }
        if (type.isLogical()) {
            texts.addAll(List.of("true", "false"));
        }
        return texts;
    }

    private static Set<String> words(List<String> numbers, List<String> named) {
        Set<String> texts = new LinkedHashSet<>();
        numbers.stream().flatMap(ValueCandidates::lengths).forEach(texts::add);
        named.forEach(pattern -> texts.addAll(PatternText.of(pattern)));
        texts.addAll(WORDS);
        OTHERS.forEach(other -> WORDS.forEach(
                word -> texts.add(word.replace("zq", other).replace("ZQ", other.toUpperCase(Locale.ROOT)))));
        return texts;
    }

    private static List<String> numbers(String expression) {
        return NUMBER.matcher(expression)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    /// The texts that a check names.
    static List<String> named(String expression) {
        return TEXT.matcher(expression)
                .results()
                .map(match -> match.group(1).replace("''", "'"))
                .distinct()
                .toList();
    }

    private static Stream<String> around(String number) {
        if (number.contains(".") || number.length() > 17) {
            return Stream.of(number);
        }
        long value = Long.parseLong(number);
        return Stream.of(value, value + 1, value - 1).map(one -> Long.toString(one));
    }

    /// Texts that are as long as a number says, if it says how long a text must be.
    private static Stream<String> lengths(String number) {
        if (number.contains(".") || number.startsWith("-") || number.length() > 4) {
            return Stream.empty();
        }
        int length = Math.min(Integer.parseInt(number), LONGEST);
        List<String> texts = new ArrayList<>();
        for (int each : new int[] {length, length + 1, length - 1}) {
            if (each > 0) {
                IntStream.range(0, SAMPLES).forEach(sample -> texts.add(Samples.text(each, sample)));
            }
        }
        return texts.stream();
    }
}
