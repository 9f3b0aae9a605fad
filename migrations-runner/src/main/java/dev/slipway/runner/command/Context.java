package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.Tenant;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.postgres.connect.Session;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a command is given by the process it runs in.
///
/// @param flyway what a Flyway project says, which counts less than the environment
/// @param aside takes events when standard output is for something else
/// @param warning takes what somebody should know beside the outcome; the same one is told once
/// @param line takes what became of one of many as soon as that is known, for machines
/// @param question asks somebody, if there is anybody
/// @param session the open session, kept so that a signal can cancel what it runs
/// @param input standard input
public record Context(
        Map<String, String> environment,
        FlywaySettings flyway,
        Progress progress,
        Progress aside,
        Consumer<String> warning,
        Consumer<Record> line,
        AtomicReference<@Nullable Session> session,
        Question question,
        InputStream input) {
    public Context {
        environment = Map.copyOf(environment);
    }

    /// The same, with standard output left free for what the command makes.
    Context quiet() {
        return new Context(environment, flyway, aside, aside, warning, line, session, question, input);
    }

    /// What the work for one tenant is given.
    Context of(Tenant tenant, AtomicReference<@Nullable Session> open) {
        String name = tenant.name();
        return new Context(
                environment, flyway, progress.of(name), aside.of(name), warning, line, open, question, input);
    }
}
