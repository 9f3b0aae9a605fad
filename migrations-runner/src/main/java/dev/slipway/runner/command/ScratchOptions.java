package dev.slipway.runner.command;

import dev.slipway.runner.engine.scratch.Scratch;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where scripts can be tried.
public final class ScratchOptions {
    @Option(
            names = ScratchRequest.FLAG,
            paramLabel = "URL",
            description = "a server for scratch databases, which are dropped afterwards; else the one of the workbench")
    @Nullable
    String url;

    /// Lends a server to the body.
    public <T> T lend(Context context, ScratchRequest request, Function<ScratchServer, T> body) {
        try {
            return Scratch.lend(request, context.progress(), body);
        } finally {
            context.session().set(null);
        }
    }

    /// @param waitTimeout how long to wait for a given server
    /// @param schemas in which scripts work there
    public ScratchRequest request(Context context, String command, Duration waitTimeout, Schemas schemas) {
        return new ScratchRequest(
                url,
                context.environment(),
                command,
                waitTimeout,
                schemas,
                session -> context.session().set(session));
    }
}
