package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A position whose proved schema is not that of a database, and what differs.
///
/// @param position empty before the first revision
public record NearestPosition(List<Version> position, List<SchemaDifference> differences) {
    private static final int SHOWN = 20;
    private static final int NAMED = 5;

    public NearestPosition {
        position = List.copyOf(position);
        differences = List.copyOf(differences);
    }

    /// `7`, `6 and 8`, or `base`.
    public static String name(List<Version> position) {
        return position.isEmpty()
                ? "base"
                : position.stream().map(Version::toString).collect(Collectors.joining(" and "));
    }

    public static String names(List<List<Version>> positions) {
        return positions.stream().map(NearestPosition::name).collect(Collectors.joining(", "));
    }

    /// `1 object differs from 7`.
    public String headline() {
        return "%d %s from %s"
                .formatted(
                        differences.size(),
                        Plural.word(differences.size(), "object differs", "objects differ"),
                        name(position));
    }

    /// Every object with both definitions, as far as somebody reads.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        differences.stream().limit(SHOWN).flatMap(each -> each.lines().stream()).forEach(lines::add);
        addRest(lines, SHOWN);
        return lines;
    }

    /// The names of the objects alone.
    public List<String> summaries() {
        List<String> lines = new ArrayList<>();
        differences.stream().limit(NAMED).map(SchemaDifference::summary).forEach(lines::add);
        addRest(lines, NAMED);
        return lines;
    }

    /// Without what lies in certain schemas.
    public NearestPosition without(Collection<String> schemas) {
        return new NearestPosition(
                position,
                differences.stream()
                        .filter(each -> Namespace.of(each.key())
                                .filter(schemas::contains)
                                .isEmpty())
                        .toList());
    }

    private void addRest(List<String> lines, int shown) {
        if (differences.size() > shown) {
            lines.add("and %d more; --format json has all".formatted(differences.size() - shown));
        }
    }
}
