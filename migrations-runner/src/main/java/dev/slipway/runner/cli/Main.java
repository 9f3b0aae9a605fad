package dev.slipway.runner.cli;

import dev.slipway.runner.command.FlywaySettings;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.SlipwayException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program. Everything but the exit itself can be called from a test.
public final class Main {
    /// Threads that may start while others are counted.
    private static final int SPARE = 16;

    private Main() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption, "interruption"));
        int code = ExitCode.INTERNAL_ERROR.code();
        try {
            code = run(List.of(arguments), System.getenv(), StandardStreams.out(), StandardStreams.err(), interruption);
        } finally {
            interruption.ended();
        }
        if (!interruption.requested() && (code != 0 || othersKeepRunning())) {
            System.exit(code);
        }
    }

    /// Whether there are threads that the JVM would wait for. Where there are none, returning from `main` ends
    /// it sooner than `System.exit`, which sets up a logger first.
    private static boolean othersKeepRunning() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[all.activeCount() + SPARE];
        return Arrays.stream(threads, 0, all.enumerate(threads))
                .anyMatch(thread -> !thread.isDaemon() && !thread.equals(Thread.currentThread()));
    }

    /// Runs one command.
    ///
    /// @return the exit code
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        return run(arguments, environment, out, err, new Interruption(Thread.currentThread()));
    }

    private static int run(
            List<String> arguments,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            Interruption interruption) {
        try {
            FlywaySettings flyway = FlywaySettings.of(environment, Path.of(""));
            Output output = new Output(arguments, with(flyway, environment), out, err);
            return new Invocation(arguments, environment, flyway, output, interruption)
                    .run()
                    .code();
        } catch (SlipwayException e) {
            new Output(arguments, environment, out, err).failure(e.failure());
            return e.failure().exitCode().code();
        }
    }

    /// Everything that may hold a secret.
    private static Map<String, String> with(FlywaySettings flyway, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(flyway.variables());
        all.putAll(environment);
        return all;
    }
}
