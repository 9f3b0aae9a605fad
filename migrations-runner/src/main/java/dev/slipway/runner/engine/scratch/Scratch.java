package dev.slipway.runner.engine.scratch;

import dev.slipway.runner.engine.readiness.Readiness;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.BundledServer;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;

/// Lends a server for scratch databases: the given one, or else the one that comes on the class path. The database that
/// is migrated in earnest is never taken for it.
public final class Scratch {
    private final ScratchRequest request;
    private final Progress progress;

    private Scratch(ScratchRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// Whether there is a server to lend, given or on the class path.
    public static boolean isPossible(ScratchRequest request) {
        return request.isGiven()
                || ServiceLoader.load(BundledServer.class).findFirst().isPresent();
    }

    /// Calls the body; afterwards none of its databases is left, whatever became of it.
    ///
    /// @throws SlipwayException with `UsageFailure` if there is no server
    public static <T> T lend(ScratchRequest request, Progress progress, Function<ScratchServer, T> body) {
        return new Scratch(request, progress).lend(body);
    }

    private <T> T lend(Function<ScratchServer, T> body) {
        String url = request.url();
        return url == null || !request.isGiven() ? bundled(body) : given(url, body);
    }

    private <T> T bundled(Function<ScratchServer, T> body) {
        BundledServer server = ServiceLoader.load(BundledServer.class)
                .findFirst()
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "there is no server for a scratch database",
                        "name one with %s, for example postgresql://me@localhost/postgres, or run `./slipway` of a "
                                        .formatted(ScratchRequest.FLAG)
                                + "checkout, which brings a PostgreSQL of its own")));
        try (BundledServer.Running running = server.start()) {
            // what is left on it goes with it, which takes less time than dropping it
            ScratchServer lent = open(running.url());
            try {
                return body.apply(lent);
            } finally {
                lent.leave();
            }
        }
    }

    private <T> T given(String url, Function<ScratchServer, T> body) {
        String server = ConnectionSettings.alone(ScratchRequest.FLAG, url, request.environment())
                .server();
        return lend(url, body, name -> progress.report(new Event.ScratchLeft(name, server)));
    }

    private <T> T lend(String url, Function<ScratchServer, T> body, Consumer<String> left) {
        ScratchServer server = open(url);
        try (server) {
            server.dropLeftOvers().forEach(left);
            return body.apply(server);
        } finally {
            server.databases().forEach(left);
        }
    }

    private ScratchServer open(String url) {
        ConnectionSettings settings = ConnectionSettings.alone(ScratchRequest.FLAG, url, request.environment());
        Session session = Readiness.await(settings, request.command(), request.waitTimeout(), progress);
        return new ScratchServer(session, settings.with(request.schemas()), request.command(), request.opened());
    }
}
