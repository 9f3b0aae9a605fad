package dev.slipway.backend;

import dev.slipway.backend.schema.ServiceGate;
import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import dev.slipway.gate.GateState;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process: starts the service, waits for its end, and leaves with an [ExitCode].
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /// Halts rather than exits: everything is closed by then, and the exit that SIGTERM began would end with 143.
    public static void main(String[] arguments) {
        CompletableFuture<ExitCode> stop = new CompletableFuture<>();
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LOG.info("stopping when the running requests are finished");
            stop.complete(ExitCode.STOPPED);
            await(main);
        }));
        Runtime.getRuntime().halt(run(stop).code());
    }

    private static ExitCode run(CompletableFuture<ExitCode> stop) {
        try (ApplicationContext context = start(System.getenv(), Map.of())) {
            ServiceGate gate = context.getBean(ServiceGate.class);
            return stop.applyToEither(gate.refusal().thenApply(Main::refused), Function.identity())
                    .join();
        } catch (RuntimeException e) {
            return notStarted(e);
        }
    }

    /// Starts the service; the gate stays closed until the schema is there.
    static ApplicationContext start(Map<String, String> environment, Map<String, Object> properties) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(new Settings(environment))
                .properties(properties)
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        LOG.info("listening on port {}", server.getPort());
        return context;
    }

    private static ExitCode refused(GateState state) {
        LOG.error("the service does not start: {}", state.message());
        return ExitCode.of(state);
    }

    private static ExitCode notStarted(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SettingException) {
            LOG.error("the service does not start: {}", root.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof ServerStartupException) {
            LOG.error("the service does not start: {}: {}", failure.getMessage(), root.getMessage());
        } else {
            LOG.error("the service does not start", failure);
        }
        return ExitCode.NOT_STARTED;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
