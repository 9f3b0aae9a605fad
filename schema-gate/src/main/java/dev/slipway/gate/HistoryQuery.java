package dev.slipway.gate;

import dev.slipway.gate.GateState.Ahead;
import dev.slipway.gate.GateState.Behind;
import dev.slipway.gate.GateState.Failed;
import dev.slipway.gate.GateState.Open;
import dev.slipway.gate.GateState.SignInRefused;
import dev.slipway.gate.GateState.Unreachable;
import dev.slipway.gate.GateState.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/// The one query of the gate, for a connection that the caller has: `HistoryQuery.expecting("7").ask(connection)`.
///
/// It follows the rules of the runner, as a role that may only read the history. Histories of Flyway and of Slipway
/// will do, as will those written by hand.
///
/// @param expected the version of the newest script that the service was built with
/// @param database what messages call the database, without secrets
public record HistoryQuery(String expected, String database) {
    private static final String QUERY = query();
    private static final String UNDEFINED_TABLE = "42P01";

    public HistoryQuery {
        if (!expected.matches("\\d+([._]\\d+)*")) {
            throw new IllegalArgumentException("\"%s\" is no version".formatted(expected));
        }
    }

    public static HistoryQuery expecting(String version) {
        return new HistoryQuery(version, "the database");
    }

    /// The same with another name for the database, for example `database "accounts" on "db"`.
    public HistoryQuery on(String name) {
        return new HistoryQuery(expected, name);
    }

    /// Asks once; [#explain] tells what a failure means.
    public GateState ask(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, expected);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return judged(row);
            }
        }
    }

    private GateState judged(ResultSet row) throws SQLException {
        String failed = row.getString("failed");
        if (failed != null) {
            return new Failed(failed);
        }
        String position = Objects.requireNonNullElse(row.getString("position"), Behind.NONE);
        String contract = row.getString("contract");
        if (contract != null) {
            return new Ahead(expected, position, contract);
        }
        return row.getBoolean("reached") ? new Open(position) : new Behind(expected, position);
    }

    /// What a failure to connect or to read means.
    public GateState explain(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.equals(UNDEFINED_TABLE)) {
            return new Behind(expected, Behind.NONE);
        }
        String reason = reason(failure);
        return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "28" -> new SignInRefused(database, reason);
            // what is read as a version may be none
            case "22", "42" -> new Unreadable(reason);
            default -> new Unreachable(database, reason);
        };
    }

    private static String reason(SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure.getCause() instanceof UnknownHostException unknown
                ? "the host name \"%s\" is not known".formatted(unknown.getMessage())
                : message;
    }

    private static String query() {
        try (InputStream resource = HistoryQuery.class.getResourceAsStream("position.sql")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
