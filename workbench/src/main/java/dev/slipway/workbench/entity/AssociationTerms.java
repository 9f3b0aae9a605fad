package dev.slipway.workbench.entity;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.data.annotation.sql.JoinColumn;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.Embedded;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentEntityUtils;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Refuses what an association says of its columns: they are made as those of the key it leads to.
final class AssociationTerms {
    private static final String JOIN_COLUMN = "jakarta.persistence.JoinColumn";
    private static final String BY_HAND = "write it by hand, in a script of `revision`: there it stays as it is";

    private AssociationTerms() {}

    /// Whether somebody says that there is always one, which Jakarta Persistence does not expect.
    static boolean isRequired(AnnotationMetadata metadata) {
        return !metadata.getAnnotationValuesByName("jakarta.validation.constraints.NotNull")
                        .isEmpty()
                || Stream.of("ManyToOne", "OneToOne")
                        .anyMatch(kind -> isFalse(metadata.booleanValue("jakarta.persistence." + kind, "optional")))
                || metadata.getAnnotationValuesByName(JOIN_COLUMN).stream()
                        .anyMatch(column -> isFalse(column.booleanValue("nullable")));
    }

    private static boolean isFalse(Optional<Boolean> said) {
        return said.isPresent() && !said.get();
    }

    /// @param path to a column
    static void check(PersistentEntity entity, List<Association> path) {
        path.stream()
                .filter(association -> !(association instanceof Embedded))
                .findFirst()
                .ifPresent(association -> {
                    checkTable(entity, association);
                    checkTarget(entity, association);
                    check(entity, association);
                });
    }

    private static void checkTable(PersistentEntity entity, Association association) {
        refuse(
                entity,
                association,
                joined(association.getAnnotationMetadata(), "table").map("table = %s"::formatted),
                "leave it out: the column is one of the table of the entity");
    }

    /// The column holds the key of the other entity, whatever else it is said to hold.
    private static void checkTarget(PersistentEntity entity, Association association) {
        Set<String> keys = new HashSet<>();
        PersistentEntity other = association.getAssociatedEntity();
        other.getIdentityProperties()
                .forEach(identity -> PersistentEntityUtils.traversePersistentProperties(
                        identity,
                        (path, property) -> keys.add(other.getNamingStrategy().mappedName(path, property))));
        refuse(
                entity,
                association,
                joined(association.getAnnotationMetadata(), "referencedColumnName")
                        .filter(name -> !keys.contains(name))
                        .map("referencedColumnName = %s"::formatted),
                "leave it out: the column holds the key of %s".formatted(other.getName()));
    }

    private static void check(PersistentEntity entity, Association association) {
        AnnotationMetadata metadata = association.getAnnotationMetadata();
        refuse(
                entity,
                association,
                Stream.concat(ColumnType.definition(metadata).stream(), joined(metadata, "columnDefinition")),
                "leave it out: its columns have the type of the key it leads to; if it says more, " + BY_HAND);
        refuse(
                entity,
                association,
                Stream.concat(metadata.stringValue(MappedTable.COLUMN, "unique").stream(), joined(metadata, "unique"))
                        .filter(Boolean::parseBoolean)
                        .map(_ -> "unique = true"),
                "say it with @Index(columns = \"%s\", unique = true) on the entity, or make it one to one"
                        .formatted(association.getName()));
        refuse(
                entity,
                association,
                foreignKeys(metadata)
                        .flatMap(key -> key.stringValue("foreignKeyDefinition").stream())
                        .filter(text -> !text.isBlank()),
                "leave it out, and " + BY_HAND);
        refuse(
                entity,
                association,
                foreignKeys(metadata)
                        .flatMap(key -> key.stringValue("value").stream())
                        .filter("NO_CONSTRAINT"::equals),
                "leave it out, since an association becomes a foreign key; without one, keep the key alone as a property");
    }

    private static Stream<String> joined(AnnotationMetadata metadata, String member) {
        return Stream.of(JOIN_COLUMN, JoinColumn.class.getName())
                .flatMap(name -> metadata.getAnnotationValuesByName(name).stream())
                .flatMap(column -> column.stringValue(member).stream())
                .filter(text -> !text.isBlank());
    }

    private static Stream<AnnotationValue<?>> foreignKeys(AnnotationMetadata metadata) {
        return metadata.getAnnotationValuesByName(JOIN_COLUMN).stream()
                .flatMap(column -> column.getAnnotation("foreignKey").stream());
    }

    private static void refuse(PersistentEntity entity, Association association, Stream<String> terms, String help) {
        terms.findFirst().ifPresent(text -> {
            throw CompiledEntities.failure(
                    "association %s of entity %s says \"%s\", which is neither written nor compared"
                            .formatted(association.getName(), entity.getName(), text),
                    help);
        });
    }
}
