package dev.slipway.systemtests.database;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Container;
import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Images;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The PostgreSQL that all tests of this process share, on a network of its own; both end with the process.
final class PostgresContainer {
    static final String NETWORK = "slipway-test-" + UUID.randomUUID().toString().substring(0, 8);

    private static final Container SERVER = start();

    private PostgresContainer() {}

    /// The port by which the server is reached from outside its network.
    static int port() {
        String address = SERVER.address(5432);
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /// Creates an empty database and lets both roles into it.
    static void createDatabase(String name, String ownerPassword, String servicePassword) {
        psql("postgres", "--command=create database " + name).orFail();
        psql(
                        name,
                        "--set=owner_password=" + ownerPassword,
                        "--set=service_password=" + servicePassword,
                        "--file=/etc/slipway/roles.sql")
                .orFail();
    }

    static void dropDatabase(String name) {
        psql("postgres", "--command=drop database " + name + " with (force)").orFail();
    }

    static String logs() {
        return SERVER.logs();
    }

    private static Outcome psql(String database, String... words) {
        Stream<String> options = Stream.of("--no-psqlrc", "--set=ON_ERROR_STOP=1", "--username=postgres");
        Stream<String> command = Stream.of(
                        Stream.of("exec", SERVER.id(), "psql"),
                        options,
                        Stream.of("--dbname=" + database),
                        Stream.of(words))
                .flatMap(part -> part);
        return Command.of("docker", command.toArray(String[]::new)).run();
    }

    private static Container start() {
        Engine.docker("network", "create", NETWORK);
        Container server = Container.create(
                List.of(
                        "--network=" + NETWORK,
                        "--network-alias=postgres",
                        "--publish=5432",
                        "--env=POSTGRES_PASSWORD=the superuser's",
                        "--volume=" + Command.ROOT.resolve("deploy/postgres/roles.sql") + ":/etc/slipway/roles.sql:ro"),
                Images.postgres(),
                List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        server.start();
        Poll.until("PostgreSQL accepts connections", () -> accepts(server));
        return server;
    }

    private static boolean accepts(Container server) {
        return Command.of("docker", "exec", server.id(), "pg_isready", "--quiet", "--host=127.0.0.1")
                        .run()
                        .exitCode()
                == 0;
    }

    private static void stop(Container server) {
        server.close();
        Engine.docker("network", "rm", NETWORK);
    }
}
