package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.postgres.sql.VersionUnreadable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads rows of the history, whoever wrote them.
final class HistoryRows {
    private HistoryRows() {}

    static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getInt(1),
                version(row),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getObject(8, LocalDateTime.class),
                row.getInt(9),
                row.getBoolean(10));
    }

    private static @Nullable Version version(ResultSet row) throws SQLException {
        String text = row.getString(2);
        if (text == null) {
            return null;
        }
        Optional<Version> version = Version.parse(text);
        if (version.isEmpty()) {
            throw new SlipwayException(new VersionUnreadable(row.getInt(1), text, row.getString(5)));
        }
        return version.get();
    }
}
