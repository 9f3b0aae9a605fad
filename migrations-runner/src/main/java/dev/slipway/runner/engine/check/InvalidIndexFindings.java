package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.postgres.catalog.InvalidIndexes;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.regex.Pattern;

/// The indexes that PostgreSQL keeps up to date and does not use. What a script under way left is mended by the next
/// run, and is no finding.
record InvalidIndexFindings(Session session, String schema) {
    /// What `reindex concurrently` leaves beside the index that it builds anew.
    private static final Pattern REINDEXED = Pattern.compile("_cc(new|old)[0-9]*\"?$");

    List<Finding> of(History history) {
        return history.begun().isEmpty()
                ? DatabaseCall.query("list the invalid indexes", () -> InvalidIndexes.names(session, schema)).stream()
                        .map(this::finding)
                        .toList()
                : List.of();
    }

    private Finding finding(String index) {
        String drop = "`drop index concurrently %s`".formatted(index);
        return new Finding(
                session.database(),
                "index %s is invalid: its concurrent build did not come to its end".formatted(index),
                "no query uses it, every write pays for it, and if it is unique, equal rows may be there",
                REINDEXED.matcher(index).find()
                        ? "%s: a `reindex concurrently` left it, and the index that it was to replace is there"
                                .formatted(drop)
                        : "build it anew with `reindex index concurrently %s`, or, if no script makes it, %s"
                                .formatted(index, drop));
    }
}
