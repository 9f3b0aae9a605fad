package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Proves the parts of a long history beside each other, so that a proof uses more than one core.
final class ProofLanes implements AutoCloseable {
    /// To start a server takes about as long as to prove ten revisions.
    private static final int LEAST = 40;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("prove-", 1).factory());
    private final Map<Version, Future<ProofLane.Run>> lanes = new HashMap<>();

    private final Map<Version, ProofLane.Step> steps = new HashMap<>();

    /// The session that each of them uses.
    private final Map<Version, Session> sessions = new ConcurrentHashMap<>();

    private ProofLanes() {}

    static ProofLanes none() {
        return new ProofLanes();
    }

    /// Begins with all parts but the first, if the history is long enough.
    static ProofLanes begin(ProveRequest request, ProofServers servers) {
        return begin(request, servers, LEAST);
    }

    /// @param least revisions of a part
    static ProofLanes begin(ProveRequest request, ProofServers servers, int least) {
        ProofLanes begun = new ProofLanes();
        ProofPart.beside(request, servers.most(), least)
                .forEach(part -> begun.begin(part.first(), new ProofLane(request, part), servers));
        return begun;
    }

    private void begin(Version first, ProofLane lane, ProofServers servers) {
        Consumer<Session> opened = session -> sessions.put(first, session);
        lanes.put(first, threads.submit(() -> servers.lend(opened, lane::prove)));
    }

    /// What was proved of a revision. Where a lane begins with it, that waits for the lane.
    ///
    /// @param counts whether what a lane proved counts, by the schema that it began with
    Optional<ProofLane.Step> step(Version version, Predicate<Schema> counts) {
        from(version).filter(run -> counts.test(run.before())).ifPresent(run -> steps.putAll(run.steps()));
        return Optional.ofNullable(steps.remove(version));
    }

    /// What a lane could not do is done without it.
    private Optional<ProofLane.Run> from(Version version) {
        Future<ProofLane.Run> lane = lanes.remove(version);
        if (lane == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(lane.get());
        } catch (ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        }
    }

    /// Ends those that nobody waits for, and their servers.
    @Override
    public void close() {
        threads.shutdownNow();
        if (!lanes.isEmpty()) {
            sessions.values().forEach(Session::cancel);
        }
        threads.close();
    }
}
