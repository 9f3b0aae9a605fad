package dev.slipway.backend.schema;

import dev.slipway.backend.database.Transactions;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentProperty;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Columns that this service maps and the database lacks, or does not let it see.
///
/// Whether the schema is the proved one in all else is told by the runner's `drift`: this service may not read that.
@Singleton
final class ModelDrift {
    private static final String COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = any (current_schemas(false))
            """;

    private final Transactions transactions;

    ModelDrift(Transactions transactions) {
        this.transactions = transactions;
    }

    /// For example `users.phone`.
    List<String> missing() {
        Set<String> found = found();
        return BeanIntrospector.SHARED.findIntrospections(MappedEntity.class).stream()
                .map(BeanIntrospection::getBeanType)
                .map(PersistentEntity::of)
                .flatMap(ModelDrift::columns)
                .filter(column -> !found.contains(column))
                .sorted()
                .toList();
    }

    private static Stream<String> columns(PersistentEntity entity) {
        return Stream.concat(Stream.ofNullable(entity.getIdentity()), entity.getPersistentProperties().stream())
                .map(PersistentProperty::getPersistedName)
                .map(column -> "%s.%s".formatted(entity.getPersistedName(), column));
    }

    private Set<String> found() {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                    ResultSet row = statement.executeQuery()) {
                Set<String> columns = new HashSet<>();
                while (row.next()) {
                    columns.add(row.getString(1));
                }
                return columns;
            }
        });
    }
}
