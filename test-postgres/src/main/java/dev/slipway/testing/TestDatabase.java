package dev.slipway.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A fresh database and the role that owns it.
public record TestDatabase(PostgresServer server, String name, String owner, String password) {
    /// The address with user and password, in the form of `DATABASE_URL`.
    public String url() {
        return "postgresql://%s:%s@localhost:%d/%s".formatted(encoded(owner), encoded(password), server.port(), name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.port(), name);
    }

    /// A connection as the owner.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), owner, password);
    }

    /// Runs statements as the owner.
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// The rows of a query as the owner, the columns of each joined by `|` as `psql -At` prints them.
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(line(rows));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String value = row.getString(column);
            values.add(value == null ? "" : value);
        }
        return String.join("|", values);
    }
}
