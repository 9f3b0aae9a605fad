package dev.slipway.runner.postgres.connect;

import java.sql.*;

public final class Session implements AutoCloseable {
    private final Connection c;
    private String role = "reset role";

    public Session(Connection c) {
        this.c = c;
    }

    public Connection connection() {
        return c;
    }

    public String database() {
        try { return c.getCatalog()+" on localhost:1"; } catch (SQLException e) { throw new IllegalStateException(e); }
    }

    public String databaseName() {
        return "x";
    }

    public String user() {
        return "x";
    }

    public String serverVersion() {
        return "18";
    }

    public String setRole() {
        return role;
    }

    public void become(String r) throws SQLException {
        role = "set role \"" + r + "\"";
        try (Statement s = c.createStatement()) {
            s.execute(role);
        }
    }

    public void describe(String s) {}

    public void cancel() {}

    @Override
    public void close() {
        try {
            c.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
