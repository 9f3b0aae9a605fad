package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Defect;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does a work for each tenant. One that fails stops none of the others.
public final class Fleet {
    private static final Duration BETWEEN_CANCELS = Duration.ofMillis(200);

    private final List<Tenant> tenants;
    private final FleetLimits limits;
    private final TenantWork work;
    private final FleetProgress progress;
    private final Consumer<TenantOutcome> ended;
    private final Map<String, Semaphore> servers = new ConcurrentHashMap<>();
    private final Set<AtomicReference<@Nullable Session>> open = ConcurrentHashMap.newKeySet();

    private Fleet(
            List<Tenant> tenants,
            FleetLimits limits,
            TenantWork work,
            Progress progress,
            Consumer<TenantOutcome> ended) {
        this.tenants = tenants;
        this.limits = limits;
        this.work = work;
        this.progress = new FleetProgress(tenants.size(), progress);
        this.ended = ended;
    }

    /// @param ended takes what became of a tenant as soon as that is known, on any thread
    /// @return in the order of the tenants
    /// @throws SlipwayException with `FleetInterrupted` at an interrupt, when what was under way has ended
    public static List<TenantOutcome> run(
            List<Tenant> tenants,
            FleetLimits limits,
            TenantWork work,
            Progress progress,
            Consumer<TenantOutcome> ended) {
        return new Fleet(tenants, limits, work, progress, ended).run();
    }

    private List<TenantOutcome> run() {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.clamp(tenants.size(), 1, limits.parallel()),
                Thread.ofPlatform().daemon().name("tenant-", 1).factory());
        Map<String, Future<TenantOutcome>> running = new HashMap<>();
        ServerTurns.of(tenants).forEach(tenant -> running.put(tenant.name(), workers.submit(() -> outcome(tenant))));
        try {
            workers.shutdown();
            while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                progress.tell();
            }
        } catch (InterruptedException e) {
            end(workers);
            Thread.currentThread().interrupt();
            throw new SlipwayException(new FleetInterrupted(progress.done(), tenants.size()), e);
        }
        return tenants.stream()
                .map(tenant -> result(Objects.requireNonNull(running.get(tenant.name()))))
                .toList();
    }

    private TenantOutcome outcome(Tenant tenant) throws InterruptedException {
        Semaphore server = servers.computeIfAbsent(tenant.settings().server(), _ -> new Semaphore(limits.perServer()));
        server.acquire();
        try {
            TenantOutcome outcome = progress.refusal(limits)
                    .<TenantOutcome>map(reason -> new TenantOutcome.NotRun(tenant.name(), reason))
                    .orElseGet(() -> done(tenant));
            ended.accept(outcome);
            return outcome;
        } finally {
            server.release();
        }
    }

    private TenantOutcome done(Tenant tenant) {
        AtomicReference<@Nullable Session> session = new AtomicReference<>();
        open.add(session);
        long start = System.nanoTime();
        TenantOutcome outcome;
        try {
            TenantResult result = work.run(tenant, session);
            outcome = new TenantOutcome.Ended(tenant.name(), result, since(start));
        } catch (SlipwayException e) {
            outcome = new TenantOutcome.Failed(tenant.name(), e.failure(), since(start));
        } catch (RuntimeException | Error e) {
            outcome = new TenantOutcome.Failed(tenant.name(), Defect.of(e), since(start));
        } finally {
            open.remove(session);
        }
        progress.ended(outcome);
        return outcome;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Sends a cancel again and again, since one that comes between two statements cancels nothing.
    private void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean ended = false;
        while (!ended) {
            open.stream().map(AtomicReference::get).forEach(Fleet::cancel);
            try {
                ended = workers.awaitTermination(BETWEEN_CANCELS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                // a second signal makes nothing faster
            }
        }
    }

    private static void cancel(@Nullable Session session) {
        if (session != null) {
            session.cancel();
        }
    }

    private static TenantOutcome result(Future<TenantOutcome> ended) {
        try {
            return ended.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
