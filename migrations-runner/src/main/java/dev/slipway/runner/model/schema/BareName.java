package dev.slipway.runner.model.schema;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A recorded name that is nothing but a gap: `<name>` is the schema of whoever ran the script. Almost everything can
/// be called so; what is meant has no fixed name, most of what was recorded of it, and not much else.
record BareName(RecordedName name) {
    /// What is called so in a schema.
    ///
    /// @param recorded objects by their recorded names
    /// @param fixed identifiers that are no such name
    Optional<String> meant(Schema schema, Collection<SchemaObject.Key> recorded, Set<String> fixed) {
        Map<String, Integer> votes = new TreeMap<>();
        for (SchemaObject.Key key : recorded) {
            if (!key.name().contains(name.text())) {
                continue;
            }
            Pattern called = called(key.name());
            for (SchemaObject.Key live : schema.objects().keySet()) {
                Matcher matcher = called.matcher(live.name());
                if (live.kind() == key.kind() && matcher.matches() && !fixed.contains(bare(matcher.group(1)))) {
                    votes.merge(bare(matcher.group(1)), 1, Integer::sum);
                }
            }
        }
        return votes.entrySet().stream()
                .filter(found -> 2 * found.getValue() >= mentions(found.getKey(), schema))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static String bare(String identifier) {
        return identifier.startsWith("\"") ? identifier.substring(1, identifier.length() - 1) : identifier;
    }

    private static long mentions(String identifier, Schema schema) {
        return schema.objects().keySet().stream()
                .filter(key -> RecordedName.others(key).anyMatch(identifier::equals))
                .count();
    }

    /// The name of an object with whatever the identifier can be in all its places, without quotes or in them.
    private Pattern called(String object) {
        StringBuilder regex = new StringBuilder();
        Matcher place =
                Pattern.compile("\"?" + Pattern.quote(name.text()) + "\"?").matcher(object);
        int end = 0;
        while (place.find()) {
            regex.append(Pattern.quote(object.substring(end, place.start())));
            regex.append(end == 0 ? "(\"%s\"|%s)".formatted(name.calledInQuotes(), name.called()) : "\\1");
            end = place.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(object.substring(end))).toString());
    }

    /// A text with the recorded name for the one that is meant, wherever nothing else can be called so: before or after
    /// the dot of a qualified name, and alone.
    String in(String text, String meant) {
        String either = "(?:\"%1$s\"|%1$s)".formatted(Pattern.quote(meant));
        return Pattern.compile("(?<=\\.)%1$s(?![\\w$])|(?<![\\w$.\"])%1$s(?=\\.)|^%1$s$".formatted(either))
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(name.shown(1)));
    }
}
