package dev.slipway.model.audit;

import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Index;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done to an account.
///
/// @param id given by the database
/// @param actorId who did it; absent if nobody had signed in
/// @param subjectId whose account it was
/// @param source the address it came from; absent if the service did it by itself
@MappedEntity("audit_trail")
@Index(columns = {"subject_id", "id"})
public record AuditEntry(
        @Id @GeneratedValue @Nullable Long id,
        @DateCreated Instant happenedAt,
        String action,
        @Nullable Long actorId,
        @Nullable Long subjectId,
        @Nullable String source,
        @Nullable String detail) {}
