package dev.slipway.runner.model.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What scripts call otherwise in each run, by the names under which it is recorded: `log_<number>_<number>` is a
/// partition that has its month in its name. Schemas are compared under these names.
public final class VaryingNames {
    public static final VaryingNames NONE = new VaryingNames(Set.of(), Set.of());

    /// Longer ones first, since they can hold others.
    private static final Comparator<RecordedName> LONGEST_FIRST = Comparator.comparing(
                    RecordedName::text, Comparator.comparingInt(String::length).reversed())
            .thenComparing(RecordedName::text);

    private final Set<SchemaObject.Key> varying;
    private final Set<String> fixed;
    private final List<Telling> telling = new ArrayList<>();
    private final List<BareName> bare = new ArrayList<>();

    /// A name with something of its own to be known by.
    ///
    /// @param part what a text must hold to be called so
    /// @param several how many objects were recorded under it
    private record Telling(RecordedName name, String part, Pattern called, int several) {
        static Telling of(RecordedName name, Set<SchemaObject.Key> varying) {
            Pattern called =
                    Pattern.compile("\"(%2$s)\"|(?<![\\w$\"])(%1$s)(?![\\w$\"])|(?<![\\w$])(%1$s)(?![A-Za-z0-9])"
                            .formatted(name.called(), name.calledInQuotes()));
            return new Telling(name, name.longestPart(), called, name.among(varying));
        }
    }

    private VaryingNames(Set<SchemaObject.Key> varying, Set<String> fixed) {
        this.varying = varying;
        this.fixed = fixed;
        Set<RecordedName> names = new TreeSet<>(LONGEST_FIRST);
        varying.stream().flatMap(RecordedName::in).forEach(names::add);
        for (RecordedName name : names) {
            if (name.isTelling()) {
                telling.add(Telling.of(name, varying));
            } else {
                bare.add(new BareName(name));
            }
        }
    }

    /// @param varying among which are the recorded names of what varies
    /// @param all what has a name of its own keeps it
    public static VaryingNames of(Collection<SchemaObject.Key> varying, Collection<SchemaObject.Key> all) {
        Set<SchemaObject.Key> recorded =
                varying.stream().filter(VaryingNames::isOne).collect(Collectors.toSet());
        return recorded.isEmpty()
                ? NONE
                : new VaryingNames(
                        recorded, all.stream().flatMap(RecordedName::others).collect(Collectors.toSet()));
    }

    /// Whether an object is one that a script calls otherwise in each run, or belongs to one.
    public static boolean isOne(SchemaObject.Key key) {
        return RecordedName.isIn(key.name());
    }

    /// Whether an object can be called so under a recorded name.
    public static boolean covers(String recorded, String name) {
        return Pattern.matches(new RecordedName(recorded, false).called(), name);
    }

    /// The recorded name of one of several that have the same.
    public static SchemaObject.Key numbered(SchemaObject.Key key, int number) {
        return new SchemaObject.Key(key.kind(), RecordedName.numbered(key.name(), number));
    }

    /// A schema under the recorded names. Of more objects with one name than there were, one stands for the others.
    public Schema in(Schema schema) {
        if (varying.isEmpty()) {
            return schema;
        }
        UnaryOperator<String> naming = naming(schema);
        TreeMap<SchemaObject.Key, SchemaObject> named = new TreeMap<>();
        for (SchemaObject object : schema.objects().values()) {
            SchemaObject known = in(object, naming);
            named.putIfAbsent(known.key(), known);
        }
        return Schema.of(named);
    }

    private static SchemaObject in(SchemaObject object, UnaryOperator<String> naming) {
        String name = naming.apply(object.key().name());
        String definition = naming.apply(object.definition());
        if (name.equals(object.key().name()) && definition.equals(object.definition())) {
            return object;
        }
        SchemaObject named = SchemaObject.of(object.key().kind(), name, definition);
        String another = object.another();
        return another == null ? named : named.varying(another);
    }

    private UnaryOperator<String> naming(Schema schema) {
        Map<Telling, Map<String, Integer>> numbers = new HashMap<>();
        telling.forEach(name -> numbers.put(name, numbers(name, schema)));
        Map<BareName, String> meant = new HashMap<>();
        bare.forEach(name -> name.meant(schema, varying, fixed).ifPresent(found -> meant.put(name, found)));
        return text -> {
            String named = text;
            for (Telling each : telling) {
                if (named.contains(each.part())) {
                    named = in(named, each, numbers.getOrDefault(each, Map.of()));
                }
            }
            for (Map.Entry<BareName, String> each : meant.entrySet()) {
                named = each.getKey().in(named, each.getValue());
            }
            return named;
        };
    }

    /// What is called so first, second and so on, as many as were recorded.
    private Map<String, Integer> numbers(Telling name, Schema schema) {
        Map<String, Integer> numbers = new HashMap<>();
        if (name.several() > 1) {
            schema.objects().keySet().stream()
                    .filter(key -> key.name().contains(name.part()))
                    .flatMap(RecordedName::others)
                    .filter(identifier -> !fixed.contains(identifier)
                            && name.called().matcher(identifier).matches())
                    .sorted()
                    .distinct()
                    .limit(name.several())
                    .forEach(identifier -> numbers.put(identifier, numbers.size() + 1));
        }
        return numbers;
    }

    private String in(String text, Telling name, Map<String, Integer> numbers) {
        return name.called().matcher(text).replaceAll(found -> {
            String part = found.group(3);
            String whole = found.group(1) == null ? found.group(2) : found.group(1);
            if (fixed.contains(part == null ? whole : part)) {
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(
                    part == null
                            ? name.name().shown(numbers.getOrDefault(whole, 1))
                            : name.name().text());
        });
    }
}
