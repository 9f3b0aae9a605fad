package dev.slipway.systemtests.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The images under test, made from the packaged programs once per test run, and the images they stand on.
///
/// `SLIPWAY_TEST_BASE_IMAGE`, `SLIPWAY_TEST_JDK_IMAGE` and `SLIPWAY_TEST_POSTGRES_IMAGE` name other images.
/// Otherwise those that `images/build` made are taken, and without them the public ones.
public final class Images {
    public static final String RUNNER = "slipway/migrations-runner:latest";
    /// The runner with the reference scripts, as Kubernetes starts it.
    public static final String MIGRATIONS = "slipway/account-migrations:latest";

    /// The runner with PostgreSQL's client.
    public static final String CLIENT = "slipway/migrations-runner:latest-postgres";

    public static final String BACKEND = "slipway/backend-service:latest";

    private Images() {}

    public static String postgres() {
        return base("SLIPWAY_TEST_POSTGRES_IMAGE", "slipway-test/postgres").orElse("postgres:18.6");
    }

    /// Makes the images of both programs and that of the reference scripts, unless this process has done so before.
    public static void build() {
        Made.OUTCOME.orFail();
    }

    private static Optional<String> base(String variable, String local) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(name -> !name.isBlank())
                .or(() -> Optional.of(local).filter(Engine::hasImage));
    }

    private static Outcome make() {
        List<String> words = new ArrayList<>(List.of(
                System.getProperty("maven.home") + "/bin/mvn",
                "--batch-mode",
                "--quiet",
                "-Dquick",
                "-Dmaven.test.skip",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-Pimages"));
        base("SLIPWAY_TEST_BASE_IMAGE", "slipway-test/base")
                .ifPresent(name -> words.add("-Djib.from.image=docker://" + name));
        base("SLIPWAY_TEST_JDK_IMAGE", "slipway-test/jdk").ifPresent(name -> words.add("-Djdk.image=docker://" + name));
        words.addAll(List.of("package", "--also-make", "--projects", "migrations-runner,backend-service"));
        Outcome programs = new Command(words, Map.of()).run();
        if (programs.exitCode() != 0) {
            return programs;
        }
        Outcome client = withClient();
        return client.exitCode() == 0 ? withScripts() : client;
    }

    private static Outcome withClient() {
        return Command.of(
                        "docker",
                        "build",
                        "-t",
                        CLIENT,
                        "--build-arg",
                        "RUNNER_IMAGE=" + RUNNER,
                        "--build-arg",
                        "POSTGRES_IMAGE=" + postgres(),
                        "deploy/client")
                .run();
    }

    private static Outcome withScripts() {
        return Command.of("docker", "build", "-t", MIGRATIONS, "-f", "deploy/kubernetes/Dockerfile", "migrations")
                .run();
    }

    private static final class Made {
        static final Outcome OUTCOME = make();
    }
}
