package dev.slipway.backend.auth;

import dev.slipway.model.user.SignInDevice;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// The rows of `sign_in_devices`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeviceRepository extends GenericRepository<SignInDevice, String> {
    boolean existsByHash(String hash);

    @Query("""
            insert into sign_in_devices (hash, user_id) values (:hash, :userId)
            on conflict (hash) do update set failed_attempts = 0, locked_until = null, last_sign_in_at = now()
            """)
    void remember(String hash, long userId);

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
