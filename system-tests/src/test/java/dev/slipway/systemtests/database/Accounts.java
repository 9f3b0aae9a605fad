package dev.slipway.systemtests.database;

import dev.slipway.systemtests.engine.Ground;
import dev.slipway.systemtests.engine.Images;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// An empty database with the two roles, and containers of the programs that work on it.
public final class Accounts implements Ground {
    public static final String OWNER_PASSWORD = "the owner's";
    public static final String SERVICE_PASSWORD = "the service's";

    private static final Map<String, String> RUNNER =
            Map.of("DATABASE_USER", "slipway_owner", "DATABASE_PASSWORD", OWNER_PASSWORD);
    private static final Map<String, String> SERVICE = Map.of(
            "DATABASE_USER",
            "account_service",
            "DATABASE_PASSWORD",
            SERVICE_PASSWORD,
            "METRICS_PORT",
            Integer.toString(ProgramContainer.METRICS_PORT));

    private final String name = "accounts_" + UUID.randomUUID().toString().substring(0, 8);
    private final List<ProgramContainer> containers = new ArrayList<>();

    public Accounts() {
        AccountsPostgres.createDatabase(name, OWNER_PASSWORD, SERVICE_PASSWORD);
    }

    /// A container of the runner that has not been started.
    ProgramContainer runner(String... arguments) {
        return create(Images.MIGRATIONS, RUNNER, arguments);
    }

    /// The same without scripts.
    ProgramContainer runnerWithoutScripts() {
        return create(Images.RUNNER, RUNNER);
    }

    /// The runner with further options for its JVM.
    ProgramContainer runnerOn(String jvmOptions, String... arguments) {
        return create(Images.MIGRATIONS, and(RUNNER, "JAVA_TOOL_OPTIONS", jvmOptions), arguments);
    }

    /// A container of the service that waits this long for its schema, not started.
    ProgramContainer service(String waitTimeout) {
        return create(Images.BACKEND, and(SERVICE, "SCHEMA_WAIT_TIMEOUT", waitTimeout))
                .listening();
    }

    /// A container of the service with further options for its JVM, not started.
    ProgramContainer serviceOn(String jvmOptions) {
        return create(Images.BACKEND, and(SERVICE, "JAVA_TOOL_OPTIONS", jvmOptions))
                .listening();
    }

    /// The address of the database for one who reaches the engine's host under this name.
    public String url(String host) {
        return "postgresql://%s:%d/%s".formatted(host, AccountsPostgres.port(), name);
    }

    /// A connection as the service's role.
    Connection connectAsService() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "account_service", SERVICE_PASSWORD);
    }

    /// The versions in the history, in the order of their application.
    public List<String> versions() {
        return query("select version from flyway_schema_history order by installed_rank");
    }

    /// The first column of what the owner sees.
    public List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), "slipway_owner", OWNER_PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String logs() {
        return containers.stream()
                .map(ProgramContainer::logs)
                .collect(Collectors.joining("\n", "", AccountsPostgres.logs()));
    }

    @Override
    public void close() {
        containers.forEach(ProgramContainer::close);
        AccountsPostgres.dropDatabase(name);
    }

    private static Map<String, String> and(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private String jdbcUrl() {
        return "jdbc:" + url("localhost");
    }

    private ProgramContainer create(String image, Map<String, String> environment, String... arguments) {
        ProgramContainer container = new ProgramContainer(
                image, and(environment, "DATABASE_URL", "postgresql://postgres:5432/" + name), arguments);
        containers.add(container);
        return container;
    }
}
