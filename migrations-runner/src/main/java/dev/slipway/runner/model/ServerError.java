package dev.slipway.runner.model;

import java.util.List;
import java.util.stream.Collectors;

/// What PostgreSQL said of a statement it refused; a text it did not give is empty.
///
/// @param position of the character in the statement, counted from 1, or 0 if the server gave none
/// @param context the server's call stack, innermost first
/// @param blockers who kept the statement waiting for a lock, as far as it was seen
public record ServerError(
        String sqlState,
        String message,
        String detail,
        String hint,
        String context,
        int position,
        List<Blocker> blockers) {
    private static final String DEADLOCK = "40P01";

    public ServerError {
        blockers = List.copyOf(blockers);
    }

    /// The same, if it came of waiting for a lock.
    public ServerError blockedBy(List<Blocker> others) {
        boolean waited = isLockTimeout() || sqlState.equals(DEADLOCK);
        return waited ? new ServerError(sqlState, message, detail, hint, context, position, others) : this;
    }

    /// The same, with more in its detail.
    public ServerError detailed(String more) {
        String both = detail.isEmpty() ? more : detail + "\n" + more;
        return new ServerError(sqlState, message, both, hint, context, position, blockers);
    }

    /// SQLSTATE 55P03, `lock_not_available`: `lock_timeout` ran out.
    public boolean isLockTimeout() {
        return sqlState.equals("55P03");
    }

    /// What another transaction did to this one, in words, if it is worth another try; else an empty text.
    public String collision() {
        return switch (sqlState) {
            case "55P03" -> "could not get its locks" + named();
            case DEADLOCK -> "ran into a deadlock" + named();
            case "40001" -> "could not be serialized with another transaction";
            default -> "";
        };
    }

    private String named() {
        return blockers.isEmpty()
                ? ""
                : blockers.stream().map(Blocker::toString).collect(Collectors.joining("; ", " (blocked by ", ")"));
    }

    /// SQLSTATE class 08 and 57P01 to 57P03: the connection is gone.
    public boolean isConnectionLost() {
        return sqlState.startsWith("08") || sqlState.startsWith("57P0");
    }

    /// SQLSTATE 23505, `unique_violation`.
    public boolean isDuplicate() {
        return sqlState.equals("23505");
    }

    /// SQLSTATE 25001, 2D000 and 25006: it cannot run in a transaction, or not in the one that writes the history.
    public boolean needsNoTransaction() {
        return List.of("25001", "2D000", "25006").contains(sqlState);
    }

    /// SQLSTATE 57014, `query_canceled`.
    public boolean isCanceled() {
        return sqlState.equals("57014");
    }

    /// SQLSTATE 0A000, `feature_not_supported`, of an extension that is not installed.
    public boolean isMissingExtension() {
        return sqlState.equals("0A000") && message.startsWith("extension ");
    }

    /// SQLSTATE 42710, `duplicate_object`, of a role.
    public boolean isRoleThere() {
        return sqlState.equals("42710") && message.startsWith("role ");
    }

    /// SQLSTATE 55P04, `unsafe_new_enum_value_usage`: the transaction that added a value to an enum uses it.
    public boolean isUnsafeEnumValue() {
        return sqlState.equals("55P04");
    }
}
