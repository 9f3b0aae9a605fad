package dev.slipway.systemtests.database;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Engine;
import dev.slipway.systemtests.engine.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/// The PostgreSQL that all tests of this process share, on a network of its own; both end with the process.
final class AccountsPostgres {
    static final Network NETWORK = network();

    private static final PostgreSQLContainer SERVER = start();

    private AccountsPostgres() {}

    /// The port by which the server is reached from outside its network.
    static int port() {
        return SERVER.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    /// Creates an empty database and lets both roles into it.
    static void createDatabase(String name, String ownerPassword, String servicePassword) {
        psql("postgres", "--command=create database " + name);
        psql(
                name,
                "--set=owner_password=" + ownerPassword,
                "--set=service_password=" + servicePassword,
                "--file=/etc/slipway/roles.sql");
    }

    static void dropDatabase(String name) {
        psql("postgres", "--command=drop database " + name + " with (force)");
    }

    static String logs() {
        return SERVER.getLogs();
    }

    private static void psql(String database, String... words) {
        List<String> command = new ArrayList<>(
                List.of("psql", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--username=postgres", "--dbname=" + database));
        command.addAll(List.of(words));
        try {
            ExecResult result = SERVER.execInContainer(command.toArray(String[]::new));
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(command + "\n" + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Network network() {
        Engine.useItsApi();
        return Network.newNetwork();
    }

    private static PostgreSQLContainer start() {
        PostgreSQLContainer server = new PostgreSQLContainer(
                        DockerImageName.parse(Images.postgres()).asCompatibleSubstituteFor("postgres"))
                .withImagePullPolicy(_ -> !Engine.hasImage(Images.postgres()))
                .withUsername("postgres")
                .withPassword("the superuser's")
                .withDatabaseName("postgres")
                .withNetwork(NETWORK)
                .withNetworkAliases("postgres")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(Command.ROOT.resolve("deploy/postgres/roles.sql")),
                        "/etc/slipway/roles.sql")
                // over TCP: while the image initialises itself, only the socket answers
                .waitingFor(Wait.forSuccessfulCommand("pg_isready --quiet --host=127.0.0.1"));
        server.setCommand("postgres");
        server.start();
        return server;
    }
}
