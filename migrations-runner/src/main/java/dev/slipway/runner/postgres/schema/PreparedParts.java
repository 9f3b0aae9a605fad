package dev.slipway.runner.postgres.schema;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The parts of the catalog that one prepared query reads: all that were touched if one of them was.
record PreparedParts(Set<CatalogPart> parts) {
    static PreparedParts of(Predicate<CatalogPart> which) {
        return new PreparedParts(all().filter(which).collect(toUnmodifiableSet()));
    }

    /// Those that do not belong to relations, by the tables of the catalog that hold them.
    static List<PreparedParts> byCatalogs() {
        Map<Set<String>, Set<CatalogPart>> parts = all().filter(part -> !part.isOfRelations())
                .collect(groupingBy(CatalogPart::catalogs, toUnmodifiableSet()));
        return parts.values().stream().map(PreparedParts::new).toList();
    }

    private static Stream<CatalogPart> all() {
        return Arrays.stream(CatalogPart.values());
    }

    /// Unique among those that read other parts.
    String name() {
        return parts.stream().sorted().findFirst().orElseThrow().name().toLowerCase(Locale.ROOT);
    }

    /// Where their objects stand, unless that is with relations.
    List<ObjectPlace> places() {
        return parts.stream()
                .filter(part -> !part.isOfRelations())
                .<ObjectPlace>map(ObjectPlace.OfPart::new)
                .toList();
    }

    Set<String> catalogs() {
        return parts.iterator().next().catalogs();
    }

    boolean isIn(SchemaScope scope) {
        return parts.stream().anyMatch(part -> part.isIn(scope));
    }
}
