package dev.slipway.backend.auth;

import dev.slipway.backend.database.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Counts attempts and records successes.
///
/// Strangers are counted in `users`, and each device from which a user has signed in before in `sign_in_devices`, so
/// that nobody can lock the owner of an account out. The statements are SQL, because each must be one: an attempt
/// counts before its password is looked at, so that of many at once no more are looked at than the settings allow.
/// Each failure beyond them locks for twice as long, up to a day.
@Singleton
final class AccountRepository {
    private static final String FIND = "select id from users where lower(normalize(username)) = lower(normalize(?))";

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
            where users.id = ? and active and (locked_until is null or locked_until <= clock_timestamp())
            returning users.id, role, hashed_password, session_version, locked_until > clock_timestamp()
            """;

    private static final String CLAIM_FROM_DEVICE = """
            update sign_in_devices
            set failed_attempts = least(failed_attempts, 2147483646) + 1,
                locked_until = case
                    when failed_attempts + 1::bigint < max_failed_login_attempts then sign_in_devices.locked_until
                    else clock_timestamp() + interval '1 minute' * least(
                        lockout_minutes * power(2, least(failed_attempts + 1::bigint - max_failed_login_attempts, 20)),
                        greatest(lockout_minutes, 1440))
                end
            from company_settings, users
            where hash = ? and users.id = user_id and active
                and (sign_in_devices.locked_until is null or sign_in_devices.locked_until <= clock_timestamp())
            returning users.id, role, hashed_password, session_version,
                sign_in_devices.locked_until > clock_timestamp()
            """;

    /// Nothing if the hash is no longer the one that was verified. A stranger who knew the password is none.
    private static final String SUCCEED = """
            update users
            set last_sign_in_at = clock_timestamp(), hashed_password = ?,
                failed_login_attempts = case when ? then failed_login_attempts else 0 end,
                locked_until = case when ? then locked_until end
            where id = ? and active and hashed_password = ?
            returning id, role, hashed_password, session_version, false
            """;

    private static final String REPLACE = "update users set hashed_password = ? where id = ? and hashed_password = ?";

    private static final String RESET =
            "update users set hashed_password = ?, failed_login_attempts = 0, locked_until = null where id = ?";

    private static final String UNLOCK = "update users set failed_login_attempts = 0, locked_until = null where id = ?";

    private final Transactions transactions;
    private final DeviceRepository devices;

    AccountRepository(Transactions transactions, DeviceRepository devices) {
        this.transactions = transactions;
        this.devices = devices;
    }

    /// The id of the user of this name, however its letters are written.
    Optional<Long> find(String username) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, username);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    /// Counts an attempt; empty if nobody may try now.
    Optional<Account> claim(long id, Device device) {
        String hash = device.hashFor(id);
        return devices.existsByHash(hash)
                ? account(CLAIM_FROM_DEVICE, statement -> statement.setString(1, hash))
                : account(CLAIM, statement -> statement.setLong(1, id));
    }

    /// Forgets the failures, knows the device from now on, and gives the account as it is now.
    Optional<Account> succeed(Account account, String verified, String renewed, Device device) {
        String hash = device.hashFor(account.id());
        return transactions.run(_ -> {
            boolean known = devices.existsByHash(hash);
            Optional<Account> now = account(SUCCEED, statement -> {
                statement.setString(1, renewed);
                statement.setBoolean(2, known);
                statement.setBoolean(3, known);
                statement.setLong(4, account.id());
                statement.setString(5, verified);
            });
            if (now.isPresent()) {
                devices.remember(hash, account.id(), device.moment());
                devices.forgetOldest(account.id());
            }
            return now;
        });
    }

    /// Stores a new hash in the place of the one that was verified; false if there is another one by now.
    boolean replace(long id, String verified, String hash) {
        return changed(REPLACE, statement -> {
            statement.setString(1, hash);
            statement.setLong(2, id);
            statement.setString(3, verified);
        });
    }

    /// Stores a new password's hash, and unlocks; false if there is no such user.
    boolean reset(long id, String hash) {
        return changed(RESET, statement -> {
            statement.setString(1, hash);
            statement.setLong(2, id);
        });
    }

    /// Lets a user try again at once; false if there is no such user.
    boolean unlock(long id) {
        return transactions.run(_ -> {
            devices.unlock(id);
            return changed(UNLOCK, statement -> statement.setLong(1, id));
        });
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private boolean changed(String sql, Parameters parameters) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private Optional<Account> account(String sql, Parameters parameters) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Account(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getInt(4),
                                    row.getBoolean(5)))
                            : Optional.empty();
                }
            }
        });
    }
}
