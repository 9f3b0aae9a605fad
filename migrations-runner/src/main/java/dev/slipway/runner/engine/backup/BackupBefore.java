package dev.slipway.runner.engine.backup;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether a run is preceded by a backup, and how that is made.
public record BackupBefore(BackupRule rule, BackupRequest request) {
    /// What a run is about to change.
    ///
    /// @param manifest what was proved of the scripts, or null
    /// @param scripts that are pending
    public record Change(
            Session session,
            FoundHistory found,
            RevisionGraph graph,
            @Nullable Manifest manifest,
            Collection<? extends Script> scripts) {}

    /// Does the work once a backup is written, if one is asked for and there is anything to keep. Older backups are
    /// deleted only when all went well: a run that fails again and again would push out the last good one.
    ///
    /// @throws SlipwayException with what the backup failed with, before any work; or with `FailedAfterBackup`
    public <T> T run(Change change, Progress progress, Supplier<T> work) {
        List<String> reasons = change.found().exists() ? reasons(change) : List.of();
        if (reasons.isEmpty()) {
            return work.get();
        }
        progress.report(new Event.BackupNeeded(reasons));
        Backup backup = Backup.prepared(change.session(), request, progress);
        BackupResult written = backup.write(change.found(), change.graph());
        progress.report(
                new Event.BackedUp(written.backup(), written.bytes(), Duration.ofMillis(written.milliseconds())));
        T result = working(written, change.session().databaseName(), work);
        backup.removeOlder();
        return result;
    }

    private static <T> T working(BackupResult written, String database, Supplier<T> work) {
        try {
            return work.get();
        } catch (SlipwayException e) {
            throw new SlipwayException(new FailedAfterBackup(e.failure(), written.backup(), database), e);
        }
    }

    private List<String> reasons(Change change) {
        return switch (rule) {
            case ALWAYS -> List.of("--backup always");
            case DESTRUCTIVE -> DestructiveScripts.reasons(change.graph(), change.manifest(), change.scripts());
            case NEVER -> List.of();
        };
    }
}
