package dev.slipway.runner.command;

import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.postgres.connect.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What a command is given by the process it runs in.
///
/// @param question asks somebody, if there is anybody
/// @param session the open session, kept so that a signal can cancel what it runs
public record Context(
        Map<String, String> environment,
        Progress progress,
        AtomicReference<@Nullable Session> session,
        Question question) {
    public Context {
        environment = Map.copyOf(environment);
    }
}
