package dev.slipway.backend.access;

import dev.slipway.model.user.User;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// What `users` knows of sessions.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<User, Long> {
    @Query("select exists (select from users"
            + " where id = :id and active and role = :role and session_version = :session)")
    boolean stands(long id, String role, int session);

    @Query("update users set session_version = session_version + 1 where id = :id")
    void end(long id);
}
