package dev.slipway.backend.schema;

import dev.slipway.backend.database.Database;
import dev.slipway.backend.schema.SchemaState.Ahead;
import dev.slipway.backend.schema.SchemaState.Behind;
import dev.slipway.backend.schema.SchemaState.Failed;
import dev.slipway.backend.schema.SchemaState.Ready;
import dev.slipway.backend.schema.SchemaState.SignInRefused;
import dev.slipway.backend.schema.SchemaState.Unreachable;
import dev.slipway.backend.schema.SchemaState.Unreadable;
import dev.slipway.model.SchemaRevision;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks the database for its position, over one connection that is kept for the next time.
@Singleton
final class SchemaReader {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final String UNDEFINED_TABLE = "42P01";

    private final Database database;
    private final String query = query();
    private @Nullable Connection connection;

    SchemaReader(Database database) {
        this.database = database;
    }

    SchemaState read() {
        try {
            return ask(connection());
        } catch (SQLException e) {
            return explained(e);
        }
    }

    private SchemaState ask(Connection open) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(query)) {
            statement.setString(1, SchemaRevision.REQUIRED);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return judged(row);
            }
        }
    }

    private static SchemaState judged(ResultSet row) throws SQLException {
        String failed = row.getString("failed");
        if (failed != null) {
            return new Failed(failed);
        }
        String position = Objects.requireNonNullElse(row.getString("position"), Behind.NONE);
        String contract = row.getString("contract");
        if (contract != null) {
            return new Ahead(position, contract);
        }
        return row.getBoolean("reached") ? new Ready(position) : new Behind(position);
    }

    private SchemaState explained(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.equals(UNDEFINED_TABLE)) {
            return new Behind(Behind.NONE);
        }
        close();
        String reason = reason(failure);
        return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "28" -> new SignInRefused(database.toString(), reason);
            // what is read as a version may be none
            case "22", "42" -> new Unreadable(reason);
            default -> new Unreachable(database.toString(), reason);
        };
    }

    private static String reason(SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure.getCause() instanceof UnknownHostException unknown
                ? "the host name \"%s\" is not known".formatted(unknown.getMessage())
                : message;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect();
            connection = open;
            open.setNetworkTimeout(Runnable::run, (int) ANSWER_TIMEOUT.toMillis());
        }
        return open;
    }

    @PreDestroy
    void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // it was broken already
            }
        }
    }

    private static String query() {
        try (InputStream sql = SchemaReader.class.getResourceAsStream("position.sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
