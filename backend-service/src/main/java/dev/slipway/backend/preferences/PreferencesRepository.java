package dev.slipway.backend.preferences;

import dev.slipway.model.preferences.UserPreferences;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// The rows of `user_preferences`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PreferencesRepository extends GenericRepository<UserPreferences, Long> {
    Optional<UserPreferences> findByUserId(long userId);

    Optional<UserPreferences> findByUserIdForUpdate(long userId);

    @Query("select exists (select from users where id = :id)")
    boolean hasUser(long id);

    /// Keeps others from changing this user's preferences, or making the first ones, until the transaction ends.
    @Query("select id from users where id = :id for update")
    Optional<Long> lockUser(long id);

    @Query("""
            insert into user_preferences (user_id, language, time_zone, email_notifications)
            values (:id, :language, :timeZone, :emailNotifications)
            on conflict (user_id) do update
            set language = excluded.language, time_zone = excluded.time_zone,
                email_notifications = excluded.email_notifications, updated_at = now()
            """)
    void put(long id, String language, String timeZone, boolean emailNotifications);
}
