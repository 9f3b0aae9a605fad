package dev.slipway.runner.model.event;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.model.LockHolder;
import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.UnavailableReason;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened during a run.
public sealed interface Event {
    /// The database could not be used at this attempt.
    record WaitingForDatabase(String database, UnavailableReason reason, Duration waited, Duration limit)
            implements Event {}

    /// The database can be migrated.
    record DatabaseReady(String database, Duration waited) implements Event {}

    /// The history lies in another schema of the search path than the one that would be worked in.
    ///
    /// @param table as it stands in SQL
    record HistoryOnPath(String table, String current) implements Event {}

    /// Another runner holds the lock.
    ///
    /// @param holder null if it is just letting go
    record WaitingForLock(@Nullable LockHolder holder, Duration waited, Duration limit) implements Event {}

    /// Somebody else has not applied these yet.
    record WaitingForRevision(List<Version> missing, Duration waited, Duration limit) implements Event {
        public WaitingForRevision {
            missing = List.copyOf(missing);
        }
    }

    /// A script begins.
    record Applying(String title) implements Event {}

    /// A script and its history row are committed.
    record Applied(String title, Duration took) implements Event {}

    /// An undo script and its history row are committed.
    record TakenBack(String title, Duration took) implements Event {}

    /// A revision is recorded without being run.
    record Recording(String title) implements Event {}

    /// A revision will count as applied no longer.
    record Forgetting(String title) implements Event {}

    /// A script is not as the manifest proves it.
    ///
    /// @param why in words: `was never proved`
    record Unproved(String script, String why) implements Event {}

    /// An applied script has other comments or another layout than when it was applied, and counts all the same.
    record Reworded(String script) implements Event {}

    /// The schema is not the proved one, and the run goes on as it was told to.
    record Drifted(SchemaDifference difference) implements Event {}

    /// The schema is not the proved one, nothing is to run, and it is recorded that this is accepted.
    record Accepted(SchemaDifference difference) implements Event {}

    /// A script left something else than was proved, and the run goes on as it was told to.
    record ResultAccepted(String script, SchemaDifference difference) implements Event {}

    /// What is accepted is forgotten after the run, since its user may not alter the table that would keep it.
    ///
    /// @param table as it stands in SQL
    record AcceptedNotKept(String table) implements Event {}

    /// The user of the run may not write where the fingerprints of the schema are kept.
    ///
    /// @param table as it stands in SQL
    record FingerprintNotKept(String table) implements Event {}

    /// An undo script is about to run that was proved not to restore the schema before its revision.
    ///
    /// @param why in words: `the undo script does not restore table public.b`
    record NotRestoring(String script, String why) implements Event {}

    /// A statement is going to keep others waiting, or the run.
    record Impending(Impact impact) implements Event {}

    /// Data is about to be lost.
    record Losing(Loss loss) implements Event {}

    /// The server said something while a script ran.
    ///
    /// @param script its file name
    record ServerSaid(String script, ServerMessage message) implements Event {}

    /// What the server said besides is not shown.
    record ServerSaidMore(String script, long messages) implements Event {}

    /// A script that met another transaction was rolled back, and is tried again after the pause.
    ///
    /// @param reason in words: `could not get its locks`
    /// @param spent since the first try failed, of the budget
    record TriedAgain(String label, String reason, int attempt, Duration pause, Duration spent, Duration budget)
            implements Event {}

    /// A session in the way was ended, as was asked for.
    ///
    /// @param failed why it was not, or an empty text
    record BlockerEnded(Blocker blocker, String failed) implements Event {}

    /// A repeatable script did not change and has to run again all the same.
    ///
    /// @param why in words: `its view names was dropped by 2`
    /// @param now whether this run does it
    record Again(String script, String why, boolean now) implements Event {}

    /// A repeatable script made a function with other arguments than the one of this name that stood before and stays.
    ///
    /// @param made with the types of its arguments
    /// @param stays the one that stood before
    record Overloaded(String script, String made, String stays) implements Event {}

    /// A script that runs without a transaction goes on where an earlier run ended.
    ///
    /// @param temporary whether that run made something that ended with its session
    record Resuming(String label, int statements, int of, boolean temporary) implements Event {}

    /// A script that runs in batches goes on where an earlier run ended.
    ///
    /// @param rows how many it has changed
    /// @param share of its table, in percent
    /// @param changed whether its text is another than when it was begun
    record BatchesResuming(String label, long rows, int share, boolean changed) implements Event {}

    /// So far did a script come that runs in batches.
    ///
    /// @param left how long the rest will take
    record Batched(String label, long rows, int share, Duration left) implements Event {}

    /// The next batch waits.
    ///
    /// @param why in words: `a replica is 12 s behind`
    record BatchPaused(String label, String why) implements Event {}

    /// All rows were looked at.
    ///
    /// @param rows how many were changed
    record BatchesEnded(String label, long rows) implements Event {}

    /// A script is recorded as applied, and its rows are changed later.
    record BatchesPutOff(String label) implements Event {}

    /// What a statement left that an earlier try of it had not brought to its end was mended.
    ///
    /// @param label how people name the script
    /// @param what in words: `the invalid index public.users_name was dropped`
    record Mended(String label, String what) implements Event {}

    /// A scratch database that could not be dropped.
    ///
    /// @param server without secrets: `db:5432`
    record ScratchLeft(String database, String server) implements Event {}

    /// A script is about to be tried on a scratch database.
    record Proving(String title) implements Event {}

    /// A script was proved.
    ///
    /// @param summary what it does: `adds 3 objects, can be taken back`
    record Proved(String title, String summary, Duration took) implements Event {}

    /// A run begins with a backup.
    ///
    /// @param reasons one for each script, or one for all
    record BackupNeeded(List<String> reasons) implements Event {
        public BackupNeeded {
            reasons = List.copyOf(reasons);
        }
    }

    /// A backup is about to be written.
    ///
    /// @param database without secrets
    record BackingUp(String database) implements Event {}

    /// A backup is about to be restored.
    record Restoring(String backup) implements Event {}

    /// No backup is being written or restored any more.
    record BackupEnded() implements Event {}

    /// A run has a backup of what it is about to change.
    ///
    /// @param backup its folder
    record BackedUp(String backup, long bytes, Duration took) implements Event {}

    /// A tenant came to its end, and something was done for it.
    ///
    /// @param summary for example `applied 3 scripts: at 7`
    record TenantEnded(String tenant, String summary, Duration took) implements Event {}

    /// A tenant failed; the others go on.
    ///
    /// @param like a tenant of which the same was told before, or empty
    record TenantFailed(String tenant, Failure failure, String like) implements Event {}

    /// How far a run on many tenants is.
    ///
    /// @param left how long the rest takes if it goes on as before
    record FleetUnderWay(int done, int failed, int all, Duration left) implements Event {}
}
