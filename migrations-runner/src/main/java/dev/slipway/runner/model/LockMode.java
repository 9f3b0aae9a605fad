package dev.slipway.runner.model;

import java.util.Arrays;
import java.util.Optional;

/// The modes in which PostgreSQL locks a table, from weak to strong.
///
/// From PostgreSQL's documentation, "Explicit Locking", "Table-Level Locks".
public enum LockMode {
    ACCESS_SHARE("AccessShareLock"),
    ROW_SHARE("RowShareLock"),
    ROW_EXCLUSIVE("RowExclusiveLock"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
    SHARE("ShareLock"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
    EXCLUSIVE("ExclusiveLock"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock");

    private final String inPgLocks;

    LockMode(String inPgLocks) {
        this.inPgLocks = inPgLocks;
    }

    /// @param inPgLocks as `pg_locks` names it: `AccessExclusiveLock`
    public static LockMode of(String inPgLocks) {
        return Arrays.stream(values())
                .filter(mode -> mode.inPgLocks.equals(inPgLocks))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(inPgLocks));
    }

    /// @param words as the documentation writes it
    public static Optional<LockMode> ofWords(String words) {
        return Arrays.stream(values())
                .filter(mode -> mode.words().equals(words))
                .findFirst();
    }

    /// Whether others have to wait with their INSERT, UPDATE and DELETE.
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /// Whether others have to wait with their SELECT.
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /// As the documentation writes it: `ACCESS EXCLUSIVE`.
    public String words() {
        return name().replace('_', ' ');
    }
}
