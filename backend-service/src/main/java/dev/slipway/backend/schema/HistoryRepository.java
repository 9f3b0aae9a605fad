package dev.slipway.backend.schema;

import dev.slipway.backend.database.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Reads what the runner noted.
@Singleton
final class HistoryRepository {
    /// The moment has no time zone in the table; it is that of the server.
    private static final String ROWS = """
            select installed_rank, version, description, type, script, installed_by,
                installed_on::timestamptz, execution_time, success
            from flyway_schema_history
            order by installed_rank
            """;

    private final Transactions transactions;

    HistoryRepository(Transactions transactions) {
        this.transactions = transactions;
    }

    List<SchemaReport.Row> rows() {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ROWS);
                    ResultSet result = statement.executeQuery()) {
                List<SchemaReport.Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        });
    }

    private static SchemaReport.Row row(ResultSet row) throws SQLException {
        return new SchemaReport.Row(
                row.getInt("installed_rank"),
                row.getString("version"),
                row.getString("description"),
                row.getString("type"),
                row.getString("script"),
                row.getString("installed_by"),
                row.getObject("installed_on", OffsetDateTime.class).toInstant(),
                row.getInt("execution_time"),
                row.getBoolean("success"));
    }
}
