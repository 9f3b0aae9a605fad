package dev.slipway.demo;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the steps one after the other, and shows each with its time.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "PostgreSQL starts on this machine, the runner migrates it, and only then the service serves.")
public final class Demo implements Callable<Integer> {
    private static final List<String> PATHS = List.of("/api/health", "/api/users");
    private static final String LOGIN = "/api/auth/login";
    private static final String USER = """
            insert into users (username, email, password_hash, is_admin)
            values ('first', 'first@localhost', 'no sign-in', true)""";

    @Option(names = "--once", description = "calls the service, shows its answers, and ends")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "the port of the service, else a free one")
    private int port;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "the port of PostgreSQL, else a free one")
    private int postgresPort;

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo())
                .setExecutionExceptionHandler((failure, _, _) -> fail(failure))
                .execute(arguments));
    }

    private static int fail(Exception failure) {
        System.err.println("error: " + (failure instanceof DemoFailure ? failure.getMessage() : failure));
        return 1;
    }

    /// A step that may give something for the steps after it.
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException, InterruptedException, SQLException, DemoFailure;
    }

    private static <T> T step(String name, Step<T> step)
            throws IOException, InterruptedException, SQLException, DemoFailure {
        System.out.println("==> " + name);
        long start = System.nanoTime();
        T result = step.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("    %.1f s%n%n", took.toMillis() / 1000.0);
        return result;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, DemoFailure {
        try (DemoDatabase database = step("PostgreSQL starts", this::startDatabase)) {
            step("the runner migrates the database, as " + database.owner().owner(), () -> migrate(database));
            try (Service service = step(
                    "the service starts, as " + database.service().owner(),
                    () -> Service.start(database.service(), port))) {
                step("an older service writes a user the way it always did", () -> write(database));
                step("the runner again, as after a restart", () -> migrate(database));
                if (once) {
                    step("the service answers", () -> show(service));
                    System.out.println("==> everything stops");
                } else {
                    invite(database, service);
                    service.program().succeed();
                }
            }
        }
        return 0;
    }

    private DemoDatabase startDatabase() throws IOException, SQLException {
        DemoDatabase database = DemoDatabase.start(postgresPort);
        System.out.printf(
                "PostgreSQL %s with an empty database on port %d%n",
                database.version(), database.server().port());
        return database;
    }

    private static boolean migrate(DemoDatabase database) throws IOException, InterruptedException, DemoFailure {
        try (Program runner = Program.start("migrations-runner", database.owner(), Map.of())) {
            runner.succeed();
        }
        return true;
    }

    private static boolean write(DemoDatabase database) {
        System.out.println(USER);
        database.service().execute(USER);
        return true;
    }

    private static boolean show(Service service) throws IOException, InterruptedException, DemoFailure {
        System.out.println("POST " + service.address() + LOGIN + " " + Service.CREDENTIALS);
        String token = service.signIn();
        for (String path : PATHS) {
            System.out.println("GET " + service.address() + path);
            System.out.println(service.get(path, token));
        }
        return true;
    }

    private static void invite(DemoDatabase database, Service service) {
        System.out.println("==> try");
        System.out.println("curl " + service.address() + "/api/health");
        System.out.println("curl " + service.address() + LOGIN + " --json '" + Service.CREDENTIALS + "'");
        System.out.println("a browser on " + service.address() + "/docs");
        System.out.println("DATABASE_URL=" + database.owner().url() + " ./slipway history");
        System.out.println("Ctrl-C stops everything and removes the data");
    }
}
