package dev.slipway.systemtests.database;

import dev.slipway.systemtests.engine.Container;
import dev.slipway.systemtests.engine.Ground;
import dev.slipway.systemtests.engine.Images;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An empty database with the two roles, and containers of the containers that work on it.
public final class Accounts implements Ground {
    public static final String OWNER_PASSWORD = "the owner's";
    public static final String SERVICE_PASSWORD = "the service's";

    private static final List<String> RUNNER =
            List.of("DATABASE_USER=slipway_owner", "DATABASE_PASSWORD=" + OWNER_PASSWORD);
    private static final List<String> SERVICE =
            List.of("DATABASE_USER=account_service", "DATABASE_PASSWORD=" + SERVICE_PASSWORD);

    private final String name = "accounts_" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Container> containers = new ArrayList<>();

    public Accounts() {
        PostgresContainer.createDatabase(name, OWNER_PASSWORD, SERVICE_PASSWORD);
    }

    /// A container of the runner that has not been started.
    Container runner(String... arguments) {
        return create(Images.RUNNER, RUNNER, arguments);
    }

    /// The same with further options for its JVM.
    Container runnerOn(String jvmOptions, String... arguments) {
        return create(Images.RUNNER, and(RUNNER, "JAVA_TOOL_OPTIONS=" + jvmOptions), arguments);
    }

    /// A container of the service that waits this long for its schema, not started.
    Container service(String waitTimeout) {
        return create(Images.BACKEND, and(SERVICE, "SCHEMA_WAIT_TIMEOUT=" + waitTimeout));
    }

    /// A container of the service with further options for its JVM, not started.
    Container serviceOn(String jvmOptions) {
        return create(Images.BACKEND, and(SERVICE, "JAVA_TOOL_OPTIONS=" + jvmOptions));
    }

    /// The address of the database for one who reaches the engine's host under this name.
    public String url(String host) {
        return "postgresql://%s:%d/%s".formatted(host, PostgresContainer.port(), name);
    }

    /// A connection as the service's role.
    Connection connectAsService() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "account_service", SERVICE_PASSWORD);
    }

    /// The versions in the history, in the order of their application.
    public List<String> versions() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), "slipway_owner", OWNER_PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select version from flyway_schema_history order by installed_rank")) {
            List<String> versions = new ArrayList<>();
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
            return versions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String logs() {
        return containers.stream().map(Container::logs).collect(Collectors.joining("\n", "", PostgresContainer.logs()));
    }

    @Override
    public void close() {
        containers.forEach(Container::close);
        PostgresContainer.dropDatabase(name);
    }

    private static List<String> and(List<String> environment, String variable) {
        return Stream.concat(environment.stream(), Stream.of(variable)).toList();
    }

    private String jdbcUrl() {
        return "jdbc:" + url("localhost");
    }

    /// A container with no more rights than `docker-compose.yml` gives it.
    private Container create(String image, List<String> environment, String... arguments) {
        List<String> options = new ArrayList<>(List.of(
                "--network=" + PostgresContainer.NETWORK,
                "--publish=8080",
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges:true",
                "--env=DATABASE_URL=postgresql://postgres:5432/" + name));
        environment.forEach(variable -> options.add("--env=" + variable));
        Container container = Container.create(options, image, List.of(arguments));
        containers.add(container);
        return container;
    }
}
