package dev.slipway.backend.auth;

import dev.slipway.model.user.SignInDevice;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/// The rows of `sign_in_devices`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeviceRepository extends GenericRepository<SignInDevice, String> {
    boolean existsByHash(String hash);

    @Query("""
            insert into sign_in_devices (hash, user_id, last_sign_in_at) values (:hash, :userId, :moment)
            on conflict (hash) do update set failed_attempts = 0, locked_until = null, last_sign_in_at = :moment
            """)
    void remember(String hash, long userId, Instant moment);

    /// Puts another moment in the place of the last one; 0 if that is no longer the last.
    @Query("""
            update sign_in_devices set last_sign_in_at = :next
            where hash = :hash and user_id = :userId and last_sign_in_at = :moment
            """)
    int renew(String hash, long userId, Instant moment, Instant next);

    /// Leaves no refresh token of the device that is good.
    @Query("update sign_in_devices set last_sign_in_at = :moment where hash = :hash and user_id = :userId")
    int end(String hash, long userId, Instant moment);

    /// Nobody has more than twenty devices.
    @Query("""
            delete from sign_in_devices
            where hash in (
                select hash from sign_in_devices where user_id = :userId order by last_sign_in_at desc offset 20)
            """)
    void forgetOldest(long userId);

    @Query("update sign_in_devices set failed_attempts = 0, locked_until = null where user_id = :userId")
    void unlock(long userId);

    @Query("delete from sign_in_devices where user_id = :userId")
    void forget(long userId);
}
