package dev.slipway.runner.command;

import dev.slipway.runner.engine.drift.DriftResult;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class DriftText {
    /// How many differences stand for all of them.
    private static final int TOLD = 3;

    private DriftText() {}

    static String of(DriftResult result) {
        List<String> lines = new ArrayList<>();
        for (SchemaDifference difference : result.differences()) {
            lines.addAll(difference.lines());
        }
        for (SchemaDifference difference : result.accepted()) {
            lines.add("accepted: " + difference.summary());
        }
        lines.add(summary(result));
        if (!result.notCompared().isEmpty()) {
            lines.add("not compared: what repeatable scripts made that did not run as they were proved: "
                    + String.join(", ", result.notCompared()));
        }
        result.varying()
                .forEach(object -> lines.add(
                        "compared by its name alone, since each run of its script defines it otherwise: " + object));
        result.unknownOptions().stream().map(UnknownOption::text).forEach(lines::add);
        lines.addAll(result.remarks());
        String sql = result.mend();
        if (sql != null) {
            lines.add("to make it as it was proved:\n\n" + sql);
        }
        return String.join("\n", lines);
    }

    /// The same for all tenants of one position that differ alike, each in its schema.
    public static String outcome(DriftResult result) {
        String position = PositionText.of(result.position(), result.ahead());
        if (result.differences().isEmpty()) {
            return "no drift, %s".formatted(position);
        }
        Stream<String> told =
                result.differences().stream().limit(TOLD).map(difference -> unqualified(difference, result.schema()));
        int more = result.differences().size() - TOLD;
        return "drift, %s: %s%s"
                .formatted(
                        position,
                        told.collect(Collectors.joining("; ")),
                        more > 0 ? "; and %d more".formatted(more) : "");
    }

    private static String unqualified(SchemaDifference difference, String schema) {
        String plain = schema + ".";
        String quoted = Quote.identifier(schema) + ".";
        return difference.summary().replace(quoted, "").replace(plain, "");
    }

    private static String summary(DriftResult result) {
        String position = "%s %s".formatted(result.database(), PositionText.of(result.position(), result.ahead()));
        if (!result.ahead().isEmpty()) {
            return "no drift: %s, and its schema is the one that the last run left".formatted(position);
        }
        int count = result.differences().size();
        return count == 0
                ? "no drift: %s, and all %d objects are as they were proved%s"
                        .formatted(position, result.objects(), result.accepted().isEmpty() ? "" : " or accepted")
                : "drift: %s, and %d %s not as proved (- as proved, + in the database)"
                        .formatted(position, count, Plural.word(count, "object is", "objects are"));
    }
}
