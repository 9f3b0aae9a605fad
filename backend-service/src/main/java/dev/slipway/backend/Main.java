package dev.slipway.backend;

import dev.slipway.backend.command.ServiceCommands;
import dev.slipway.backend.database.Database;
import dev.slipway.backend.setting.ServerProperties;
import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import dev.slipway.gate.GateState;
import dev.slipway.gate.micronaut.ServiceGate;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process: starts the service, waits for its end, and leaves with an [ServiceExitCode].
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);

    private Main() {}

    /// Halts rather than exits: everything is closed by then, and the exit that SIGTERM began would end with 143.
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(command(List.of(arguments)).code());
        }
        CompletableFuture<ServiceExitCode> stop = new CompletableFuture<>();
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.complete(ServiceExitCode.STOPPED);
            await(main);
        }));
        Runtime.getRuntime().halt(run(stop).code());
    }

    private static ServiceExitCode run(CompletableFuture<ServiceExitCode> stop) {
        try (ApplicationContext context = start(System.getenv(), Map.of())) {
            ServiceGate gate = context.getBean(ServiceGate.class);
            ServiceExitCode code = stop.applyToEither(gate.refusal().thenApply(Main::refused), Function.identity())
                    .join();
            if (code == ServiceExitCode.STOPPED) {
                drain(gate, context.getBean(Settings.class));
            }
            return code;
        } catch (RuntimeException e) {
            return notStarted(e);
        }
    }

    private static ServiceExitCode command(List<String> arguments) {
        if (arguments.equals(List.of("check-settings"))) {
            return checkSettings();
        }
        try {
            GateState state = new ServiceCommands(new Settings(System.getenv()), System.out).run(arguments);
            return state.isOpen() ? ServiceExitCode.STOPPED : ServiceExitCode.of(state);
        } catch (SettingException e) {
            LOG.error("{}", e.getMessage());
            return ServiceExitCode.USAGE;
        }
    }

    /// Makes all that reads a setting, as a start does, and asks no database.
    private static ServiceExitCode checkSettings() {
        Map<String, Object> alone = Map.of("micronaut.server.port", -1, "schema-gate.watch", false);
        try (ApplicationContext context = start(System.getenv(), alone)) {
            LOG.info("the settings of {} can be used", context.getBean(Database.class));
            return ServiceExitCode.STOPPED;
        } catch (RuntimeException e) {
            return notStarted(e);
        }
    }

    /// Starts the service; the gate stays closed until the schema is there.
    static ApplicationContext start(Map<String, String> environment, Map<String, Object> properties) {
        Settings settings = new Settings(environment);
        Map<String, Object> all = new HashMap<>(ServerProperties.of(settings));
        all.putAll(properties);
        drainDelay(settings);
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(settings)
                .properties(all)
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        LOG.info("listening on port {}", server.getPort());
        return context;
    }

    /// Says first that it is not ready, and goes on for so long that whoever sends requests here knows.
    private static void drain(ServiceGate gate, Settings settings) {
        Duration delay = drainDelay(settings);
        gate.drain();
        if (delay.isPositive()) {
            LOG.info("not ready any more; stopping in {} s", delay.toSeconds());
            sleep(delay);
        }
        LOG.info("stopping when the running requests are finished");
    }

    private static Duration drainDelay(Settings settings) {
        return settings.duration("DRAIN_DELAY", Duration.ZERO, Duration.ZERO, LONGEST_DRAIN);
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServiceExitCode refused(GateState state) {
        LOG.error("the service does not start: {}", state.message());
        return ServiceExitCode.of(state);
    }

    private static ServiceExitCode notStarted(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SettingException) {
            LOG.error("the service does not start: {}", root.getMessage());
            return ServiceExitCode.USAGE;
        }
        if (failure instanceof ServerStartupException) {
            LOG.error("the service does not start: {}: {}", failure.getMessage(), root.getMessage());
        } else {
            LOG.error("the service does not start", failure);
        }
        return ServiceExitCode.NOT_STARTED;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
