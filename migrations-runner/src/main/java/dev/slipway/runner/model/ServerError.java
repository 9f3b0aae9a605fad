package dev.slipway.runner.model;

import java.util.List;
import java.util.regex.Pattern;

/// What PostgreSQL said of a statement it refused; a text it did not give is empty.
///
/// @param position of the character in the statement, counted from 1, or 0 if the server gave none
/// @param context the server's call stack, innermost first
/// @param waiting who kept the statement waiting for a lock, as far as it was seen
public record ServerError(
        String sqlState,
        String message,
        String detail,
        String hint,
        String context,
        int position,
        LockWaiting waiting) {
    private static final String UNSUPPORTED = "0A000";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DATE_STYLE = "DateStyle";
    private static final String DEADLOCK = "40P01";
    private static final Pattern CATALOG_INDEX = Pattern.compile("\\bpg_[a-z_]+_index\\b");

    /// What no server said, but is wrong with a statement.
    ///
    /// @param hint what to do about it
    public static ServerError unsupported(String message, String hint) {
        return new ServerError(UNSUPPORTED, message, "", hint, "", 0, LockWaiting.NOTHING);
    }

    /// The same, with who was in the way if it came of waiting for a lock.
    public ServerError seen(LockWaiting other) {
        boolean waited = isLockTimeout() || sqlState.equals(DEADLOCK);
        return waited ? new ServerError(sqlState, message, detail, hint, context, position, other) : this;
    }

    /// The statement was canceled by the run itself, to let others go first: that counts as a lock timeout.
    public ServerError gaveWay(String why) {
        return new ServerError(LOCK_NOT_AVAILABLE, why, detail, hint, context, position, waiting);
    }

    /// The same, with more in its detail.
    public ServerError detailed(String more) {
        String both = detail.isEmpty() ? more : detail + "\n" + more;
        return new ServerError(sqlState, message, both, hint, context, position, waiting);
    }

    /// SQLSTATE 55P03, `lock_not_available`: `lock_timeout` ran out.
    public boolean isLockTimeout() {
        return sqlState.equals(LOCK_NOT_AVAILABLE);
    }

    /// What another transaction did to this one, in words, if it is worth another try; else an empty text.
    public String collision() {
        return switch (sqlState) {
            case LOCK_NOT_AVAILABLE -> "could not get its locks" + waiting.inBrackets();
            case DEADLOCK -> "ran into a deadlock" + waiting.inBrackets();
            case "40001" -> "could not be serialized with another transaction";
            default ->
                isCatalogCollision() ? "created or changed an object at the same time as another transaction" : "";
        };
    }

    /// Two sessions create the same object, which `if not exists` does not keep apart, or change the same row of the
    /// catalog.
    private boolean isCatalogCollision() {
        return (isDuplicate() && CATALOG_INDEX.matcher(message).find())
                || (sqlState.equals("XX000") && message.startsWith("tuple concurrently "));
    }

    /// SQLSTATE class 08 and 57P01 to 57P03: the connection is gone.
    public boolean isConnectionLost() {
        return sqlState.startsWith("08") || sqlState.startsWith("57P0");
    }

    /// The JDBC driver broke the connection, since it reads dates in the style of ISO alone.
    public boolean isDateStyle() {
        return isConnectionLost() && message.contains(DATE_STYLE);
    }

    /// SQLSTATE 23505, `unique_violation`.
    public boolean isDuplicate() {
        return sqlState.equals("23505");
    }

    /// SQLSTATE 25001, 2D000 and 25006: it cannot run in a transaction, or not in the one that writes the history.
    public boolean needsNoTransaction() {
        return List.of("25001", "2D000", "25006").contains(sqlState);
    }

    /// SQLSTATE 25001, `active_sql_transaction`: PostgreSQL runs the statement in no transaction.
    public boolean isInTransaction() {
        return sqlState.equals("25001");
    }

    /// SQLSTATE 2D000, `invalid_transaction_termination`: a procedure or block commits.
    public boolean isOwnCommit() {
        return sqlState.equals("2D000");
    }

    /// SQLSTATE 42601, 25001 and 2D000: the statement is refused whatever there is in the database.
    public boolean needsNothingElse() {
        return sqlState.equals("42601") || isInTransaction() || isOwnCommit();
    }

    /// SQLSTATE 42501, `insufficient_privilege`.
    public boolean isPrivilegeMissing() {
        return sqlState.equals("42501");
    }

    /// SQLSTATE 57014, `query_canceled`.
    public boolean isCanceled() {
        return sqlState.equals("57014");
    }

    /// SQLSTATE 0A000, `feature_not_supported`, of an extension that is not installed.
    public boolean isMissingExtension() {
        return sqlState.equals(UNSUPPORTED) && message.startsWith("extension ");
    }

    /// SQLSTATE 42710, `duplicate_object`, of a role.
    public boolean isRoleThere() {
        return sqlState.equals("42710") && message.startsWith("role ");
    }

    /// SQLSTATE 42846, 42804, 22023 and of class 22P: values of one type do not become such of another by themselves.
    public boolean isOfTypes() {
        return List.of("42846", "42804", "22023").contains(sqlState) || sqlState.startsWith("22P");
    }

    /// SQLSTATE 55P04, `unsafe_new_enum_value_usage`: the transaction that added a value to an enum uses it.
    public boolean isUnsafeEnumValue() {
        return sqlState.equals("55P04");
    }
}
