package dev.slipway.runner.model;

/// The exit codes of the runner, the same for every command. `docs/exit-codes.md` is held equal to this list by a test.
public enum ExitCode {
    DONE(0, "done, also when there was nothing to do"),
    FINDINGS(1, "findings: something is pending or differs"),
    USAGE(2, "wrong usage: an unknown option, a malformed setting, an unknown target"),
    REFUSED(3, "refused before anything was changed"),
    DATABASE_UNAVAILABLE(4, "the database was not reachable in time, or is not usable"),
    LOCKED(5, "another runner holds the lock"),
    SCRIPT_FAILED(6, "a script failed"),
    HISTORY_MISMATCH(7, "the history does not match the scripts"),
    BACKUP_FAILED(8, "a backup could not be written or restored"),
    TENANTS_DIFFER(9, "several tenants failed, with different codes"),
    INTERNAL_ERROR(70, "internal error: a bug in Slipway"),
    INTERRUPTED(130, "interrupted by SIGINT"),
    TERMINATED(143, "terminated by SIGTERM");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
