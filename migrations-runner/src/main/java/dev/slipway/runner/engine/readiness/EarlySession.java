package dev.slipway.runner.engine.readiness;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/// A session that is opened on a thread of its own while the caller reads the scripts: to connect is half of the time
/// of a run with nothing to do.
///
/// Nothing of it is told or fails before the session is asked for, so what is wrong with the scripts is told first.
public final class EarlySession implements AutoCloseable {
    private final CompletableFuture<Session> opened = new CompletableFuture<>();
    private final HeldProgress progress;
    private final Thread thread;

    private EarlySession(Function<Progress, Session> open, Progress progress) {
        this.progress = new HeldProgress(progress);
        this.thread = Thread.ofPlatform().daemon().name("await").start(() -> run(open));
    }

    /// @param open waits for the database; interrupted it ends
    public static EarlySession begin(Function<Progress, Session> open, Progress progress) {
        return new EarlySession(open, progress);
    }

    private void run(Function<Progress, Session> open) {
        try {
            Session session = open.apply(progress);
            if (!opened.complete(session)) {
                session.close();
            }
        } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
        }
    }

    /// Waits for the session, which lives until this is closed.
    ///
    /// @throws SlipwayException what opening it throws, or with `Interrupted`
    public Session await() {
        progress.release();
        try {
            return opened.get();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        }
    }

    /// Closes the session, or gives up opening it.
    @Override
    public void close() {
        if (opened.cancel(false)) {
            thread.interrupt();
        } else if (opened.state() == Future.State.SUCCESS) {
            opened.resultNow().close();
        }
    }

    /// Keeps what is reported until somebody wants to know.
    private static final class HeldProgress implements Progress {
        private final Progress progress;
        private final List<Event> held = new ArrayList<>();
        private boolean released;

        HeldProgress(Progress progress) {
            this.progress = progress;
        }

        @Override
        public synchronized void report(Event event) {
            if (released) {
                progress.report(event);
            } else {
                held.add(event);
            }
        }

        synchronized void release() {
            released = true;
            held.forEach(progress::report);
            held.clear();
        }
    }
}
