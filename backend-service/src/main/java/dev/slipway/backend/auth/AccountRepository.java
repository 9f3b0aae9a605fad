package dev.slipway.backend.auth;

import dev.slipway.backend.database.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Counts attempts and records successes in `users`.
@Singleton
final class AccountRepository {
    /// The attempt counts before the password is looked at, so that of many at once no more are looked at than the
    /// settings allow. Each failure beyond them locks for twice as long, up to a day.
    private static final String CLAIM = """
            update users
            set failed_login_attempts = least(failed_login_attempts, 2147483646) + 1,
                locked_until = case
                    when failed_login_attempts + 1::bigint < max_failed_login_attempts then locked_until
                    else clock_timestamp() + interval '1 minute' * least(
                        lockout_minutes * power(2, least(failed_login_attempts + 1::bigint - max_failed_login_attempts, 20)),
                        greatest(lockout_minutes, 1440))
                end
            from company_settings
            where %s = ? and active and (locked_until is null or locked_until <= clock_timestamp())
            returning users.id, username, role, hashed_password
            """;

    /// The hash is replaced only if it is still the one that was verified.
    private static final String SUCCEED = """
            update users
            set failed_login_attempts = 0,
                locked_until = null,
                last_sign_in_at = clock_timestamp(),
                hashed_password = case when hashed_password = ? then ? else hashed_password end
            where id = ?
            """;

    private static final String CHANGE = """
            update users
            set hashed_password = ?, failed_login_attempts = 0, locked_until = null
            where id = ?
            """;

    private final Transactions transactions;

    AccountRepository(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Counts an attempt; empty if nobody of this name may try now.
    Optional<Account> claim(String username) {
        return claimed("username", statement -> statement.setString(1, username));
    }

    Optional<Account> claim(long id) {
        return claimed("users.id", statement -> statement.setLong(1, id));
    }

    void succeed(Account account, String hash) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SUCCEED)) {
                statement.setString(1, account.hash());
                statement.setString(2, hash);
                statement.setLong(3, account.id());
                return statement.executeUpdate();
            }
        });
    }

    /// Stores a new password's hash, and unlocks; false if there is no such user.
    boolean change(long id, String hash) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
                statement.setString(1, hash);
                statement.setLong(2, id);
                return statement.executeUpdate() == 1;
            }
        });
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private Optional<Account> claimed(String column, Parameters parameters) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM.formatted(column))) {
                parameters.set(statement);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new Account(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                            : Optional.empty();
                }
            }
        });
    }
}
