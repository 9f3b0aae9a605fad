package dev.slipway.runner.model.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What scripts call otherwise in each run, by the names under which it is recorded: `log_<number>_<number>` is a
/// partition that has its month in its name. Schemas are compared under these names.
public final class VaryingNames {
    public static final VaryingNames NONE = new VaryingNames(new TreeMap<>(), Set.of());

    /// What stands in a recorded name for the part that varies, and what that can be.
    private static final Map<String, String> GAPS =
            Map.of("<number>", "[0-9]+", "<hex>", "[0-9a-f]{4,}", "<word>", "[A-Za-z0-9]+", "<name>", "[\\w$-]+");

    private static final Pattern GAP = Pattern.compile("<(?:number|hex|word|name)>");
    private static final Pattern IDENTIFIER = Pattern.compile("[^.\\s()\",]+");

    private final Map<String, Pattern> patterns;
    private final Set<String> fixed;

    private VaryingNames(Map<String, Pattern> patterns, Set<String> fixed) {
        this.patterns = patterns;
        this.fixed = Set.copyOf(fixed);
    }

    /// @param varying among which are the recorded names of what varies
    /// @param all what has a name of its own keeps it
    public static VaryingNames of(Collection<SchemaObject.Key> varying, Collection<SchemaObject.Key> all) {
        Set<String> names = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        varying.stream()
                .filter(VaryingNames::isOne)
                .flatMap(key -> identifiers(key).stream())
                .filter(VaryingNames::isTelling)
                .forEach(names::add);
        if (names.isEmpty()) {
            return NONE;
        }
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        names.forEach(name -> patterns.put(name, pattern(name)));
        Set<String> fixed = new TreeSet<>();
        all.stream()
                .flatMap(key -> identifiers(key).stream())
                .filter(name -> !GAP.matcher(name).find())
                .forEach(fixed::add);
        return new VaryingNames(patterns, fixed);
    }

    /// Whether an object is one that a script calls otherwise in each run, or belongs to one.
    public static boolean isOne(SchemaObject.Key key) {
        return GAP.matcher(key.name()).find();
    }

    /// Whether it has something of its own to be known by, more of it where a gap can be more.
    private static boolean isTelling(String name) {
        Matcher gap = GAP.matcher(name);
        long letters = gap.replaceAll("").chars().filter(Character::isLetter).count();
        boolean numbers = gap.reset().results().map(MatchResult::group).allMatch("<number>"::equals);
        return gap.reset().find() && letters >= (numbers ? 1 : 2);
    }

    private static List<String> identifiers(SchemaObject.Key key) {
        return IDENTIFIER.matcher(key.name()).results().map(MatchResult::group).toList();
    }

    private static Pattern pattern(String name) {
        StringBuilder regex = new StringBuilder("(?<![A-Za-z0-9_$])");
        Matcher gap = GAP.matcher(name);
        int end = 0;
        while (gap.find()) {
            regex.append(Pattern.quote(name.substring(end, gap.start()))).append(GAPS.get(gap.group()));
            end = gap.end();
        }
        regex.append(Pattern.quote(name.substring(end))).append("(?![A-Za-z0-9])");
        return Pattern.compile(regex.toString());
    }

    /// A schema under the recorded names. Of several objects with the same, one stands for all.
    public Schema in(Schema schema) {
        if (patterns.isEmpty()) {
            return schema;
        }
        TreeMap<SchemaObject.Key, SchemaObject> named = new TreeMap<>();
        for (SchemaObject object : schema.objects().values()) {
            SchemaObject known = in(object);
            named.putIfAbsent(known.key(), known);
        }
        return new Schema(named);
    }

    private SchemaObject in(SchemaObject object) {
        String name = in(object.key().name());
        String definition = in(object.definition());
        if (name.equals(object.key().name()) && definition.equals(object.definition())) {
            return object;
        }
        SchemaObject named = SchemaObject.of(object.key().kind(), name, definition);
        String another = object.another();
        return another == null ? named : named.varying(another);
    }

    private String in(String text) {
        String named = text;
        for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
            named = pattern.getValue()
                    .matcher(named)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(fixed.contains(found.group()) ? found.group() : pattern.getKey()));
        }
        return named;
    }
}
