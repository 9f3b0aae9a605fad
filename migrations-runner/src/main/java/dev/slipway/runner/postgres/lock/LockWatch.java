package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.model.LockWaiting;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks now and then, from a second connection, at who keeps a session waiting for locks and who waits behind it, and
/// cancels the session's statement when its patience is exhausted. It connects only once a try has been at work for a
/// while; if it cannot, nobody is seen, and `lock_timeout` alone bounds the waits.
public final class LockWatch implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final int LOOKS_PER_LIMIT = 40;

    /// To ask for blockers and queue is not free, so that not every look does.
    private static final int LOOKS_PER_DETAIL = 4;

    private final Session watched;
    private final int pid;
    private final Thread thread;
    private int looks;
    private @Nullable LockPatience patience;
    private LockQueue queue = LockQueue.EMPTY;
    private LockWaiting seen = LockWaiting.NOTHING;
    private String unseen = "";
    private String gaveWay = "";
    private String canceled = "";

    private LockWatch(Session watched, int pid) {
        this.watched = watched;
        this.pid = pid;
        this.thread = Thread.ofVirtual().name("lock-watch").unstarted(this::run);
    }

    /// Watches from the first `begin` on.
    public static LockWatch over(Session watched) throws SQLException {
        LockWatch watch = new LockWatch(watched, watched.backendPid());
        watch.thread.start();
        return watch;
    }

    /// A try begins, and has this patience.
    public synchronized void begin(LockPatience other) {
        patience = other;
        queue = LockQueue.EMPTY;
        seen = LockWaiting.NOTHING;
        gaveWay = "";
        looks = 0;
        notifyAll();
    }

    /// The try is over: when this returns, no statement after it will be canceled.
    public synchronized void end() {
        patience = null;
    }

    /// What the server said, with what was seen of it.
    public synchronized ServerError explained(ServerError error) {
        ServerError told = gaveWay.isEmpty() || !error.isCanceled() ? error : error.gaveWay(gaveWay);
        return told.seen(seen.equals(LockWaiting.NOTHING) ? LockWaiting.unseen(unseen) : seen);
    }

    private void run() {
        @Nullable LockView view = null;
        try {
            while (true) {
                Thread.sleep(awaitTry());
                try {
                    view = view == null ? connected() : view;
                    if (view == null) {
                        Thread.sleep(RECONNECT);
                    } else {
                        look(view);
                    }
                } catch (SQLException e) {
                    view = lost(view, e);
                    Thread.sleep(RECONNECT);
                }
            }
        } catch (InterruptedException _) {
            // the session is watched no longer
        } finally {
            if (view != null) {
                view.close();
            }
        }
    }

    private synchronized Duration awaitTry() throws InterruptedException {
        while (patience == null) {
            wait();
        }
        Duration part = patience.limit().dividedBy(LOOKS_PER_LIMIT);
        boolean longest = !patience.isBounded() || part.compareTo(LONGEST) > 0;
        Duration pause = longest ? LONGEST : part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
        // a script that is done at once needs nobody to look
        return looks == 0 ? pause.multipliedBy(2) : pause;
    }

    private @Nullable LockView connected() throws SQLException, InterruptedException {
        unseen("it was not made in time");
        return switch (watched.attemptBeside("watch")) {
            case ConnectAttempt.Connected(Session own) -> {
                LockView view = LockView.of(own, pid);
                unseen("");
                yield view;
            }
            case ConnectAttempt.Failed failed -> {
                unseen(failed.reason().words());
                yield null;
            }
        };
    }

    private @Nullable LockView lost(@Nullable LockView view, SQLException cause) {
        unseen(String.valueOf(cause.getMessage()));
        if (view != null) {
            view.close();
        }
        return null;
    }

    private synchronized void unseen(String why) {
        unseen = why;
    }

    private synchronized void look(LockView view) throws SQLException {
        if (patience == null) {
            return;
        }
        ObservedWait wait = view.waiting();
        boolean detailed = looks++ % LOOKS_PER_DETAIL == 0 || (wait != null && patience.isNew(wait));
        patience.saw(wait);
        if (detailed && (wait != null || patience.withWork())) {
            queue = view.queue();
            List<Blocker> blockers = wait == null ? List.of() : view.blockers();
            // who waits for nobody has come to the end of the wait between two questions
            boolean over = blockers.isEmpty() && (wait != null || queue.sessions() == 0);
            seen = over ? seen : new LockWaiting(blockers, queue.sessions(), "");
        }
        giveWay(view);
    }

    /// That it gave way is told of the statement that was canceled, also when its locks are free again, and not of one
    /// that comes after it because the cancel came in between.
    private void giveWay(LockView view) throws SQLException {
        Optional<String> exhausted = patience == null ? Optional.empty() : patience.exhausted(queue);
        if (exhausted.isPresent()) {
            gaveWay = exhausted.get();
            view.cancel();
            canceled = view.statement();
        } else if (!gaveWay.isEmpty() && !view.statement().equals(canceled)) {
            gaveWay = "";
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
