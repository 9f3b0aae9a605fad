package dev.slipway.runner.cli;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.LockHolder;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.impact.ByteSize;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Tells what happens, one line an event.
final class ProgressText implements Progress {
    private final Consumer<String> line;
    private final StillRunning stillRunning;
    private final boolean brief;
    private boolean waited;

    ProgressText(Consumer<String> line) {
        this(line, false);
    }

    /// @param brief for one of many tenants: scripts and notices of the server are not told
    private ProgressText(Consumer<String> line, boolean brief) {
        this.line = line;
        this.brief = brief;
        this.stillRunning = new StillRunning(line);
    }

    @Override
    public Progress of(String tenant) {
        return new ProgressText(said -> line.accept("%s: %s".formatted(tenant, said)), true);
    }

    @Override
    public void report(Event event) {
        switch (event) {
            case Event.WaitingForDatabase waiting -> {
                waited = true;
                line.accept("waiting for %s: %s (%s)"
                        .formatted(
                                waiting.database(), waiting.reason().words(), of(waiting.waited(), waiting.limit())));
            }
            case Event.DatabaseReady ready -> {
                if (waited) {
                    line.accept("%s is ready after %s".formatted(ready.database(), Durations.text(ready.waited())));
                }
            }
            case Event.HistoryOnPath(String table, String current) ->
                line.accept("the history is %s, although the current schema is \"%s\"".formatted(table, current));
            case Event.WaitingForLock waiting -> line.accept(lock(waiting));
            case Event.WaitingForRevision(List<Version> missing, Duration waited, Duration limit) ->
                line.accept("waiting for %s to be applied (%s)".formatted(Version.list(missing), of(waited, limit)));
            case Event.Applying applying -> stillRunning.begins(applying.title());
            case Event.Applied(String title, Duration took) -> ended("applied", title, took);
            case Event.TakenBack(String title, Duration took) -> ended("took back", title, took);
            case Event.Recording(String title) -> {
                if (!brief) {
                    line.accept("recording %s (not run)".formatted(title));
                }
            }
            case Event.Forgetting(String title) -> line.accept("forgetting %s".formatted(title));
            case Event.Reworded(String script) ->
                line.accept("%s has other comments or another layout than when it was applied".formatted(script));
            case Event.Unproved(String script, String why) ->
                line.accept("%s %s: no run would accept it".formatted(script, why));
            case Event.Drifted(SchemaDifference difference) ->
                line.accept("continuing although " + difference.summary());
            case Event.Accepted(SchemaDifference difference) -> line.accept("accepted: " + difference.summary());
            case Event.ResultAccepted(String script, SchemaDifference difference) ->
                line.accept("continuing although after %s %s".formatted(script, difference.summary()));
            case Event.AcceptedNotKept(String table) ->
                line.accept("what is accepted is not kept, so later runs need --accept-drift again: this user may not "
                        + "alter " + table);
            case Event.FingerprintNotKept(String table) ->
                line.accept(
                        "the fingerprint of the schema and what --accept-drift takes are not kept: this user may not create or write %s"
                                .formatted(table));
            case Event.NotRestoring(String script, String why) ->
                line.accept(
                        "`prove` recorded of %s: %s; the result may match no proved revision".formatted(script, why));
            case Event.Impending(Impact impact) -> line.accept(impact.text());
            case Event.Losing(Loss loss) -> line.accept(loss.told());
            case Event.Again(String script, String why, boolean now) ->
                line.accept("%s %s: %s"
                        .formatted(script, now ? "runs again" : "runs again with the next upgrade to the head", why));
            case Event.ServerSaid(String script, ServerMessage message) -> {
                if (!brief || message.isWarning()) {
                    line.accept(said(script, message));
                }
            }
            case Event.ServerSaidMore(String script, long messages) -> {
                if (!brief) {
                    line.accept("%s: %d more messages of the server are not shown".formatted(script, messages));
                }
            }
            case Event.TriedAgain again ->
                line.accept("%s %s and was rolled back, attempt %d (%s); next in %s"
                        .formatted(
                                again.label(),
                                again.reason(),
                                again.attempt(),
                                of(again.spent(), again.budget()),
                                Durations.text(again.pause())));
            case Event.BlockerEnded(Blocker blocker, String failed) ->
                line.accept(failed.isEmpty() ? "ended " + blocker : "could not end %s: %s".formatted(blocker, failed));
            case Event.Overloaded(String script, String made, String stays) ->
                line.accept("%s made %s beside %s, which stays: drop that in a version (drop routine if exists %s)"
                        .formatted(script, made, stays, stays));
            case Event.ScratchLeft(String database, String server) ->
                line.accept("the scratch database \"%s\" on %s could not be dropped: drop it by hand"
                        .formatted(database, server));
            case Event.Proving proving -> stillRunning.begins(proving.title());
            case Event.Proved(String title, String summary, Duration took) -> {
                stillRunning.ends();
                line.accept("proved %s: %s  %s".formatted(title, summary, Durations.text(took)));
            }
            case Event.Resuming(String label, int statements, int count, boolean temporary) ->
                line.accept("%s was begun before: going on after statement %d of %d%s"
                        .formatted(
                                label,
                                statements,
                                count,
                                temporary ? "; what was temporary before it, such as tables, is gone" : ""));
            case Event.BatchesResuming(String label, long rows, int share, boolean changed) ->
                line.accept("%s was begun before: going on at %d %%, %d rows are changed%s"
                        .formatted(label, share, rows, changed ? ", with the script as it was then" : ""));
            case Event.Batched(String label, long rows, int share, Duration left) ->
                line.accept("%s: %d %%, %d rows changed, about %s left"
                        .formatted(label, share, rows, Durations.text(left)));
            case Event.BatchPaused(String label, String why) -> line.accept("%s pauses: %s".formatted(label, why));
            case Event.BatchesEnded(String label, long rows) ->
                line.accept("%s changed %s in batches".formatted(label, Plural.of(rows, "row")));
            case Event.BatchesPutOff(String label) ->
                line.accept("%s is left to `batch`, which changes its rows".formatted(label));
            case Event.BackupNeeded(List<String> reasons) ->
                line.accept("writing a backup first: %s%s"
                        .formatted(
                                reasons.getFirst(),
                                reasons.size() > 1 ? ", and %d more".formatted(reasons.size() - 1) : ""));
            case Event.BackingUp(String database) -> stillRunning.begins("backing up " + database);
            case Event.Restoring(String backup) -> stillRunning.begins("restoring " + backup);
            case Event.BackupEnded() -> stillRunning.ends();
            case Event.BackedUp(String backup, long bytes, Duration took) ->
                line.accept("backed up to %s  %s  %s".formatted(backup, ByteSize.exact(bytes), Durations.text(took)));
            case Event.Mended(String label, String what) -> line.accept("%s: %s".formatted(label, what));
            case Event.TenantEnded(String tenant, String summary, Duration took) ->
                line.accept("%s: %s  %s".formatted(tenant, summary, Durations.text(took)));
            case Event.TenantFailed(String tenant, Failure failure, String like) ->
                line.accept(
                        like.isEmpty()
                                ? "%s: %s".formatted(tenant, FailureText.of(failure))
                                : "%s: error: %s, as for %s".formatted(tenant, failure.message(), like));
            case Event.FleetUnderWay(int done, int failed, int all, Duration left) ->
                line.accept("%d of %s, %d failed, about %s left"
                        .formatted(done + failed, Plural.of(all, "tenant"), failed, Durations.text(left)));
        }
    }

    private void ended(String what, String title, Duration took) {
        stillRunning.ends();
        if (!brief) {
            line.accept("%s %s  %s".formatted(what, title, Durations.text(took)));
        }
    }

    private static String said(String script, ServerMessage message) {
        return "%s%s: %s: %s"
                .formatted(
                        script,
                        message.line() == 0 ? "" : ":" + message.line(),
                        message.severity(),
                        message.text().replaceAll("\\R", "\n  "));
    }

    private static String lock(Event.WaitingForLock waiting) {
        LockHolder holder = waiting.holder();
        return "waiting for another runner%s (%s)"
                .formatted(holder == null ? "" : ": " + holder, of(waiting.waited(), waiting.limit()));
    }

    private static String of(Duration waited, Duration limit) {
        return "%s of %s".formatted(Durations.text(waited), Durations.text(limit));
    }
}
