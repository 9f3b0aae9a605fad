package dev.slipway.gate.micronaut;

import dev.slipway.gate.GateState;
import dev.slipway.gate.GateState.Ahead;
import dev.slipway.gate.GateState.SignInRefused;
import dev.slipway.gate.GateState.Unreachable;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Is open as long as the schema can serve this service.
///
/// It waits at first until the schema is there, and refuses for good if that takes longer than
/// `schema-gate.wait-timeout` (default 60 s) or cannot happen: [#refusal] tells whoever started it. What is to be done
/// at the first opening is done before anybody is let in. Once it
/// has been open it keeps looking, closes and opens, but refuses no more: a
/// database that is away for a while is no reason to stop.
@Context
public final class ServiceGate {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceGate.class);
    /// A wrong password does not become right by waiting, but one that is being changed does.
    private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE_WHILE_CLOSED = Duration.ofMillis(250);
    private static final Duration PAUSE_WHILE_OPEN = Duration.ofSeconds(2);

    private final GateStateReader reader;
    private final List<StartupTask> startupTasks;
    private final Duration timeout;
    private final boolean watching;
    private final ReentrantLock looking = new ReentrantLock();
    private long lastLook;
    private boolean prepared;
    private final CompletableFuture<GateState> refusal = new CompletableFuture<>();
    private final Thread watch = new Thread(this::watch, "schema-gate");
    private volatile GateState state;
    private volatile boolean draining;
    private volatile boolean stopping;

    ServiceGate(GateStateReader reader, List<StartupTask> startupTasks, GateSettings settings) {
        this.reader = reader;
        this.startupTasks = List.copyOf(startupTasks);
        this.state = new Unreachable(reader.database(), "not asked yet");
        this.timeout = settings.waitTimeout();
        this.watching = settings.watch();
    }

    /// What the gate saw last; never waits.
    public GateState state() {
        return state;
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /// Whether requests should be sent here.
    public boolean isReady() {
        return isOpen() && !draining;
    }

    /// Tells from now on that no more requests should be sent here; those that come are answered.
    public void drain() {
        draining = true;
    }

    /// Whether the gate still looks, which it does for as long as the service runs.
    public boolean isWatching() {
        return watch.isAlive();
    }

    /// Completes if the service must not start, with the reason.
    public CompletableFuture<GateState> refusal() {
        return refusal.copy();
    }

    @PostConstruct
    void start() {
        watch.setDaemon(true);
        if (watching) {
            watch.start();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        watch.interrupt();
        watch.join();
    }

    private void watch() {
        try {
            if (opensInTime()) {
                while (true) {
                    Thread.sleep((isOpen() ? PAUSE_WHILE_OPEN : PAUSE_WHILE_CLOSED).toMillis());
                    look();
                }
            }
            refusal.complete(state);
        } catch (InterruptedException e) {
            LOG.debug("the service stops");
        } catch (RuntimeException e) {
            refusal.completeExceptionally(e);
        }
    }

    private boolean opensInTime() throws InterruptedException {
        long start = System.nanoTime();
        long signInRefusedSince = start;
        while (true) {
            look();
            long now = System.nanoTime();
            if (!(state instanceof SignInRefused)) {
                signInRefusedSince = now;
            }
            if (isOpen()
                    || state instanceof Ahead
                    || now - start >= timeout.toNanos()
                    || now - signInRefusedSince >= SIGN_IN_PATIENCE.toNanos()) {
                return isOpen();
            }
            Thread.sleep(PAUSE_WHILE_CLOSED.toMillis());
        }
    }

    /// Looks anew for a request that failed on the schema. Many at once look once.
    public GateState lookAgain() {
        long asked = System.nanoTime();
        looking.lock();
        try {
            if (lastLook - asked < 0) {
                look();
            }
            return state;
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        looking.lock();
        try {
            lastLook = System.nanoTime();
            note();
        } finally {
            looking.unlock();
        }
    }

    private void note() {
        GateState before = state;
        GateState seen = prepared(reader.read());
        if (stopping) {
            return; // the end of the service breaks the connection under a look
        }
        state = seen;
        if (isOpen() && !before.isOpen()) {
            LOG.info("open: {}", state.message());
        } else if (!isOpen() && !state.equals(before)) {
            LOG.warn("closed: {}", state.message());
        }
    }

    private GateState prepared(GateState seen) {
        if (prepared || !seen.isOpen()) {
            return seen;
        }
        try {
            startupTasks.forEach(StartupTask::prepare);
            prepared = true;
            return seen;
        } catch (RuntimeException e) {
            LOG.debug("not prepared", e);
            return new Unreachable(reader.database(), String.valueOf(e.getMessage()));
        }
    }
}
