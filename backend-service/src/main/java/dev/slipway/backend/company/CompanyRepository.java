package dev.slipway.backend.company;

import dev.slipway.model.company.CompanySettings;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// The one row of `company_settings`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CompanyRepository extends GenericRepository<CompanySettings, Short> {
    Optional<CompanySettings> findById(short id);

    /// Waits for those who change it at this moment.
    Optional<CompanySettings> findByIdForUpdate(short id);

    CompanySettings update(CompanySettings settings);
}
