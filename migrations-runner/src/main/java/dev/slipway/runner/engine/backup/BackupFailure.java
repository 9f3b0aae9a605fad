package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.failure.Failure;

/// Why a backup is not made or not restored.
public sealed interface BackupFailure extends Failure
        permits BackupDamaged,
                BackupUnwritten,
                DatabaseOccupied,
                DatabaseThere,
                FailedAfterBackup,
                FolderUnusable,
                KeyUnfit,
                OldBackupKept,
                ServerOlder,
                TablesUnreadable {}
