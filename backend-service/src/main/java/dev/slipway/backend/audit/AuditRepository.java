package dev.slipway.backend.audit;

import dev.slipway.model.audit.AuditEntry;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/// The rows of `audit_trail`. The moment is that of the database, which is the same for all replicas.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRepository extends GenericRepository<AuditEntry, Long> {
    @Query("insert into audit_trail (action, actor_id, subject_id, source, detail)"
            + " values (:action, :actorId, :subjectId, :source, :detail)")
    void add(String action, @Nullable Long actorId, Long subjectId, @Nullable String source, @Nullable String detail);
}
