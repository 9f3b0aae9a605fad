package dev.slipway.workbench.entity;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Refuses what an entity says of its tables with Jakarta Persistence or Hibernate, and Micronaut Data passes over.
final class PassedOverTerms {
    private static final String JAKARTA = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";
    private static final String BY_HAND =
            "leave it out, and write it by hand, in a script of `revision`: there it stays as it is";
    private static final String TABLE_OF_ITS_OWN =
            "give each entity a table of its own, and what they share in a @MappedSuperclass";
    private static final String OTHER_TABLE = "give the other table an entity of its own";
    private static final String COUNTED = "say @GeneratedValue(strategy = GenerationType.IDENTITY)";
    private static final String SEQUENCE =
            "name the sequence as Micronaut Data does: @GeneratedValue(value = SEQUENCE, ref = \"...\")";
    private static final String ELEMENTS = "make an entity of the elements, and lead to it with mappedBy";
    private static final String PLACE = "give the entity of the elements a property for it";

    private static final String OWN_KEY = "leave it out: the key and the association have columns of their own";

    private static final Map<String, String> OF_ENTITIES = Map.of(
            "Inheritance", TABLE_OF_ITS_OWN,
            "DiscriminatorColumn", TABLE_OF_ITS_OWN,
            "DiscriminatorValue", TABLE_OF_ITS_OWN,
            "SecondaryTable", OTHER_TABLE,
            "TableGenerator", COUNTED,
            "SequenceGenerator", SEQUENCE,
            "PrimaryKeyJoinColumn", TABLE_OF_ITS_OWN,
            "AttributeOverride", "say it where the property is");

    private static final Map<String, String> OF_PROPERTIES = Map.of(
            "TableGenerator", COUNTED,
            "SequenceGenerator", SEQUENCE,
            "ElementCollection", ELEMENTS,
            "CollectionTable", ELEMENTS,
            "OrderColumn", PLACE,
            "MapKeyColumn", PLACE,
            "MapsId", OWN_KEY,
            "PrimaryKeyJoinColumn", OWN_KEY,
            "AttributeOverride", "say it in the class that is embedded",
            "AssociationOverride", "say it in the class that is embedded");

    /// What Hibernate reads of tables and columns, for entities that were its own.
    private static final Set<String> OF_HIBERNATE = Set.of(
            "Check",
            "Checks",
            "ColumnDefault",
            "Comment",
            "Formula",
            "GeneratedColumn",
            "JdbcTypeCode",
            "OnDelete",
            "SoftDelete");

    private static final String DATABASE =
            "leave it out: Micronaut Data passes over it, and the URL of the service says which database it is";
    private static final String OWN_TABLE =
            "say @Table(name = \"...\"): Micronaut Data gives it a table of its own, with all columns of both; or put what"
                    + " they share in a @MappedSuperclass";
    private static final String SMALL =
            "write it in small letters, as PostgreSQL reads what stands in no quotes, or leave escape = false out";

    private static final List<String> TEXTS = List.of("table", "comment", "options", "check", "catalog");

    private PassedOverTerms() {}

    static void check(RuntimePersistentEntity<?> entity) {
        AnnotationMetadata metadata = entity.getAnnotationMetadata();
        String where = "entity " + entity.getName();
        check(where, metadata, OF_ENTITIES);
        refuse(where, "@Table", metadata.getAnnotation(JAKARTA + "Table"));
        checkParent(entity, metadata);
        Stream.of(
                        entity.getPersistentProperties().stream(),
                        entity.getIdentityProperties().stream(),
                        entity.getAssociations().stream())
                .flatMap(each -> each)
                .forEach(property -> check(entity, property));
    }

    /// Jakarta Persistence would keep both in the table of the parent.
    private static void checkParent(RuntimePersistentEntity<?> entity, AnnotationMetadata metadata) {
        boolean saysTable = metadata.hasDeclaredAnnotation(JAKARTA + "Table");
        if (saysTable || !metadata.hasDeclaredAnnotation(JAKARTA + "Entity")) {
            return;
        }
        Class<?> parent = entity.getIntrospection().getBeanType().getSuperclass();
        while (parent != null && !isEntity(parent)) {
            parent = parent.getSuperclass();
        }
        if (parent != null) {
            refuse("entity " + entity.getName(), "extends " + parent.getName(), OWN_TABLE);
        }
    }

    private static boolean isEntity(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals(JAKARTA + "Entity"));
    }

    /// A name that a service finds only in quotes, which it is told to leave out.
    ///
    /// @param names of the table and its columns
    static void checkQuotes(PersistentEntity entity, Stream<String> names) {
        if (entity.getAnnotationMetadata()
                .booleanValue(MappedEntity.class, "escape")
                .orElse(true)) {
            return;
        }
        names.filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw CompiledEntities.failure(
                            "entity %s says \"escape = false\", and has the name \"%s\""
                                    .formatted(entity.getName(), name),
                            SMALL);
                });
    }

    private static void check(PersistentEntity entity, PersistentProperty property) {
        AnnotationMetadata metadata = property.getAnnotationMetadata();
        String where = "property %s of entity %s".formatted(property.getName(), entity.getName());
        check(where, metadata, OF_PROPERTIES);
        refuse(where, "@Column", metadata.getAnnotation(MappedTable.COLUMN));
        refuse(where, "@JoinTable", metadata.getAnnotation(JAKARTA + "JoinTable"));
        metadata.stringValue(JAKARTA + "GeneratedValue", "strategy")
                .filter("TABLE"::equals)
                .ifPresent(_ -> refuse(where, "GenerationType.TABLE", COUNTED));
        metadata.stringValue(JAKARTA + "Temporal")
                .filter(kind -> property.getDataType() == DataType.DATE && !kind.equals("DATE"))
                .ifPresent(
                        kind -> refuse(
                                where,
                                "@Temporal(%s)".formatted(kind),
                                "give it a type of java.time, such as Instant or LocalTime: Micronaut Data keeps the date alone"));
        if (property instanceof Association association && isJoinedElsewhere(association)) {
            refuse(
                    where,
                    "@JoinColumn",
                    "say mappedBy = \"...\", and @ManyToOne in the other entity; or name a table between both with @JoinTable");
        }
    }

    private static void check(String where, AnnotationMetadata metadata, Map<String, String> refused) {
        OF_HIBERNATE.stream()
                .filter(term -> metadata.hasAnnotation(HIBERNATE + term))
                .min(Comparator.naturalOrder())
                .ifPresent(term -> refuse(where, "@%s of Hibernate".formatted(term), BY_HAND));
        refused.entrySet().stream()
                .filter(term -> isThere(metadata, term.getKey()))
                .min(Map.Entry.comparingByKey())
                .ifPresent(term -> refuse(where, "@" + term.getKey(), term.getValue()));
    }

    /// What may be repeated is found by its values.
    private static boolean isThere(AnnotationMetadata metadata, String name) {
        return metadata.hasAnnotation(JAKARTA + name)
                || !metadata.getAnnotationValuesByName(JAKARTA + name).isEmpty();
    }

    /// What Micronaut Data would take for the name of a table between both.
    private static boolean isJoinedElsewhere(Association association) {
        AnnotationMetadata metadata = association.getAnnotationMetadata();
        return association.isForeignKey()
                && isThere(metadata, "JoinColumn")
                && metadata.stringValue(Relation.class, "mappedBy").isEmpty()
                && !metadata.hasAnnotation(JAKARTA + "JoinTable");
    }

    private static void refuse(String where, String term, @Nullable AnnotationValue<?> annotation) {
        said(annotation)
                .ifPresent(member -> refuse(
                        where,
                        "%s(%s = ...)".formatted(term, member),
                        switch (member) {
                            case "table" -> OTHER_TABLE;
                            case "catalog" -> DATABASE;
                            default -> BY_HAND;
                        }));
    }

    private static Optional<String> said(@Nullable AnnotationValue<?> annotation) {
        return annotation == null
                ? Optional.empty()
                : TEXTS.stream().filter(member -> isSaid(annotation, member)).findFirst();
    }

    private static boolean isSaid(AnnotationValue<?> annotation, String member) {
        return annotation.stringValue(member).filter(text -> !text.isBlank()).isPresent()
                || !annotation.getAnnotations(member).isEmpty();
    }

    private static void refuse(String where, String term, String help) {
        throw CompiledEntities.failure(
                "%s says \"%s\", which is neither written nor compared".formatted(where, term), help);
    }
}
