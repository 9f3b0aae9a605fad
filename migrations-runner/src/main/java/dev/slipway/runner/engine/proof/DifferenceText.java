package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;

/// Differences for people, as far as somebody reads.
public final class DifferenceText {
    private static final int SHOWN = 20;

    private DifferenceText() {}

    /// `2 objects differ (- as proved, + in the database):`.
    public static String headline(List<SchemaDifference> differences) {
        return "%d %s (- as proved, + in the database):"
                .formatted(differences.size(), Plural.word(differences.size(), "object differs", "objects differ"));
    }

    /// Every object with both definitions.
    public static List<String> lines(List<SchemaDifference> differences) {
        List<String> lines = new ArrayList<>();
        differences.stream().limit(SHOWN).flatMap(each -> each.lines().stream()).forEach(lines::add);
        if (differences.size() > SHOWN) {
            lines.add("and %d more; --format json has all".formatted(differences.size() - SHOWN));
        }
        return lines;
    }
}
