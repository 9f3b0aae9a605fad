package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.scratch.Scratch;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.util.function.Consumer;
import java.util.function.Function;

/// Servers for the parts of a proof. Each part has one of its own, since roles belong to a server.
///
/// @param most how many parts there may be
public record ProofServers(ScratchRequest request, int most) {
    private static final int MOST = 8;

    /// One for each core. A server that is given is one for all.
    public static ProofServers of(ScratchRequest request) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ProofServers(request, request.isGiven() ? 1 : Math.min(cores, MOST));
    }

    /// Calls the body with another one, which ends with it.
    ///
    /// @param opened takes each session that is about to run something
    <T> T lend(Consumer<Session> opened, Function<ScratchServer, T> body) {
        return Scratch.lend(request.opening(opened), _ -> {}, body);
    }
}
