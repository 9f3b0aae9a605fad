package dev.slipway.runner.model.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The identifier under which is recorded what has another one after each run: `log_<number>_<number>`. Of several with
/// the same, the second is `log_<number>_<number>#2`.
///
/// @param text without that number
/// @param quoted whether it stands in quotes
record RecordedName(String text, boolean quoted) {
    /// What stands in it for the part that varies, and what that can be.
    private static final Map<String, String> GAPS =
            Map.of("<number>", "[0-9]+", "<hex>", "[0-9a-f]{4,}", "<word>", "[A-Za-z0-9]+");

    /// The same for `<name>`.
    private static final String PLAIN_NAME = "[\\p{L}\\p{N}_$-]+";

    /// In quotes, a name can have anything in it: `"me@example.org"`.
    private static final String QUOTED_NAME = "(?:[^\"]|\"\")+";

    private static final Pattern GAP = Pattern.compile("<(?:number|hex|word|name)>");
    private static final Pattern NUMBER = Pattern.compile("#[0-9]+$");
    private static final Pattern IDENTIFIER = Pattern.compile("\"(" + QUOTED_NAME + ")\"|([^.\\s()\",]+)");

    static boolean isIn(String name) {
        return GAP.matcher(name).find();
    }

    /// Those in the name of an object.
    static Stream<RecordedName> in(SchemaObject.Key key) {
        return IDENTIFIER
                .matcher(key.name())
                .results()
                .filter(identifier -> isIn(identifier.group()))
                .map(identifier -> new RecordedName(
                        NUMBER.matcher(bare(identifier)).replaceFirst(""), identifier.group(1) != null));
    }

    /// The identifiers in the name of an object that are no such name.
    static Stream<String> others(SchemaObject.Key key) {
        return IDENTIFIER
                .matcher(key.name())
                .results()
                .map(RecordedName::bare)
                .filter(Predicate.not(RecordedName::isIn));
    }

    private static String bare(MatchResult identifier) {
        return identifier.group(1) == null ? identifier.group(2) : identifier.group(1);
    }

    /// The name of an object with a number behind each such identifier.
    static String numbered(String object, int number) {
        return number == 1
                ? object
                : IDENTIFIER
                        .matcher(object)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                isIn(found.group())
                                        ? found.group().replaceFirst("(?=\"?$)", "#" + number)
                                        : found.group()));
    }

    /// How many there are of it, as far as the names of objects tell.
    int among(Collection<SchemaObject.Key> keys) {
        Pattern numbered = Pattern.compile(Pattern.quote(text) + "#([0-9]+)");
        return keys.stream()
                .map(SchemaObject.Key::name)
                .filter(name -> name.contains(text))
                .flatMap(name -> numbered.matcher(name).results().limit(1))
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(1);
    }

    /// What is the same in all that it can be called: a text without it is passed over before anything is matched.
    String longestPart() {
        return GAP.splitAsStream(text)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /// Whether it has something of its own to be known by, more of it where a gap can be more.
    boolean isTelling() {
        Matcher gap = GAP.matcher(text);
        long letters = gap.replaceAll("").chars().filter(Character::isLetter).count();
        boolean numbers = gap.reset().results().map(MatchResult::group).allMatch("<number>"::equals);
        return letters >= (numbers ? 1 : 2);
    }

    /// As it stands in the name of an object.
    ///
    /// @param number of several, from 1
    String shown(int number) {
        String numbered = number == 1 ? text : text + "#" + number;
        return quoted ? "\"" + numbered + "\"" : numbered;
    }

    /// What it can be called without quotes, as a regular expression.
    String called() {
        return called(PLAIN_NAME);
    }

    /// What it can be called in quotes, as a regular expression.
    String calledInQuotes() {
        return called(QUOTED_NAME);
    }

    private String called(String anyName) {
        StringBuilder regex = new StringBuilder();
        Matcher gap = GAP.matcher(text);
        int end = 0;
        while (gap.find()) {
            regex.append(Pattern.quote(text.substring(end, gap.start())))
                    .append(GAPS.getOrDefault(gap.group(), anyName));
            end = gap.end();
        }
        return regex.append(Pattern.quote(text.substring(end))).toString();
    }
}
