package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.Replaceable;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.stream.Collectors;

/// Sees to it in the script for `psql` that repeatable scripts are pending again once a version has dropped or replaced
/// what they made, or another of them has dropped it, as `RepeatableGuard` does in a run.
record RepeatedSql(OfflineRun run, HistorySql history) {
    private static final String WATCHED_NAMES = "(select array_agg(distinct name) from watched)";

    /// Keeps in variables of psql what stands of those scripts, and how to find out what became of it.
    String watch() {
        if (run.watched().isEmpty()) {
            return "";
        }
        String scripts = run.watched().stream().map(RepeatedSql::row).collect(Collectors.joining(",\n"));
        return "\n"
                + TextResource.read(RepeatedSql.class, "watch.sql")
                        .replace("${history}", history.qualifiedName())
                        .replace("${standing}", Replaceable.sql("null").strip())
                        .replace("${scripts}", scripts)
                + "\\set slipway_take_back %s\n".formatted(StepSql.echoed(takeBack()));
    }

    private static String row(Pending.Text text) {
        return "        (%s, %d, %s)"
                .formatted(Quote.literal(text.script().description()), text.checksum(), Quote.literal(text.text()));
    }

    private String takeBack() {
        return TextResource.read(RepeatedSql.class, "take-back.sql")
                .replace("${history}", history.qualifiedName())
                .replace("${locked}", HistorySql.LOCKED)
                .replace("${standing}", Replaceable.sql(WATCHED_NAMES))
                .replaceAll("(?m)^--.*\\R", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// In the transaction of a script, once that has its row. What one repeatable script replaces of another is as that
    /// one wants it.
    String takeBack(ResumableStep resumable) {
        Script script = resumable.step().script();
        boolean version = script instanceof Script.Versioned;
        if (run.watched().isEmpty() || !(version || script instanceof Script.Repeatable)) {
            return "";
        }
        return """
            \\set slipway_replaced_counts %s
            \\if :slipway_watches
            :slipway_take_back \\gset
            \\if :slipway_repeats
            \\echo '%s dropped or replaced what repeatable scripts made, which have to run again:' :slipway_again
            \\endif
            \\endif
            """.formatted(version, StepSql.inEcho(script.label()));
    }

    /// Tells what is pending again and is not run by the script: psql cannot pass over the data of a COPY, and below
    /// the head no repeatable script runs. Nor does one that came before the other that dropped what it made.
    String left() {
        String left = run.watched().stream()
                .map(text -> Quote.literal(text.script().description()))
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? "" : """

            select count(*) > 0 as slipway_leaves, string_agg(script, ', ' order by installed_rank) as slipway_left
            from (
                select distinct on (description) * from %s
                where version is null order by description, installed_rank desc
            ) as last
            where type = 'DELETE' and description in (%s) \\gset
            \\if :slipway_leaves
            \\echo 'the next upgrade to the head runs:' :slipway_left
            \\endif
            """.formatted(history.qualifiedName(), left);
    }
}
