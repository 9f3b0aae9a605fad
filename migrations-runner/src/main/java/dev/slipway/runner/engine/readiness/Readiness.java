package dev.slipway.runner.engine.readiness;

import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.postgres.connect.*;
import java.net.URI;
import java.sql.*;
import java.time.Duration;

public final class Readiness {
    public static Session await(ConnectionSettings s, String command, Duration t, Progress p) {
        try {
            URI u = URI.create(s.url());
            String[] ui = u.getUserInfo().split(":");
            return new Session(DriverManager.getConnection(
                    "jdbc:postgresql://" + u.getHost() + ":" + u.getPort() + u.getPath(), ui[0], ui[1]));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
