package dev.slipway.workbench.entity;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Refuses what an entity says of its tables with Jakarta Persistence, and Micronaut Data passes over.
final class PassedOverTerms {
    private static final String JAKARTA = "jakarta.persistence.";
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

    private static final Map<String, String> OF_ENTITIES = Map.of(
            "Inheritance", TABLE_OF_ITS_OWN,
            "DiscriminatorColumn", TABLE_OF_ITS_OWN,
            "DiscriminatorValue", TABLE_OF_ITS_OWN,
            "SecondaryTable", OTHER_TABLE,
            "TableGenerator", COUNTED,
            "SequenceGenerator", SEQUENCE,
            "AttributeOverride", "say it where the property is");

    private static final Map<String, String> OF_PROPERTIES = Map.of(
            "TableGenerator", COUNTED,
            "SequenceGenerator", SEQUENCE,
            "ElementCollection", ELEMENTS,
            "CollectionTable", ELEMENTS,
            "OrderColumn", PLACE,
            "MapKeyColumn", PLACE,
            "MapsId", "leave it out: the key and the association have columns of their own",
            "AttributeOverride", "say it in the class that is embedded",
            "AssociationOverride", "say it in the class that is embedded");

    private static final List<String> TEXTS = List.of("table", "comment", "options", "check");

    private PassedOverTerms() {}

    static void check(PersistentEntity entity) {
        AnnotationMetadata metadata = entity.getAnnotationMetadata();
        String where = "entity " + entity.getName();
        check(where, metadata, OF_ENTITIES);
        said(metadata.getAnnotation(JAKARTA + "Table")).ifPresent(text -> refuse(where, "@Table" + text, BY_HAND));
        Stream.of(
                        entity.getPersistentProperties().stream(),
                        entity.getIdentityProperties().stream(),
                        entity.getAssociations().stream())
                .flatMap(each -> each)
                .forEach(property -> check(entity, property));
    }

    private static void check(PersistentEntity entity, PersistentProperty property) {
        AnnotationMetadata metadata = property.getAnnotationMetadata();
        String where = "property %s of entity %s".formatted(property.getName(), entity.getName());
        check(where, metadata, OF_PROPERTIES);
        said(metadata.getAnnotation(MappedTable.COLUMN))
                .ifPresent(text -> refuse(where, "@Column" + text, text.startsWith("(table") ? OTHER_TABLE : BY_HAND));
        metadata.stringValue(JAKARTA + "GeneratedValue", "strategy")
                .filter("TABLE"::equals)
                .ifPresent(_ -> refuse(where, "GenerationType.TABLE", COUNTED));
        if (property instanceof Association association && isJoinedElsewhere(association)) {
            refuse(
                    where,
                    "@JoinColumn",
                    "say mappedBy = \"...\", and @ManyToOne in the other entity; or name a table between both with @JoinTable");
        }
    }

    private static void check(String where, AnnotationMetadata metadata, Map<String, String> refused) {
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

    private static Optional<String> said(@Nullable AnnotationValue<?> annotation) {
        return annotation == null
                ? Optional.empty()
                : TEXTS.stream()
                        .filter(member -> isSaid(annotation, member))
                        .map(member -> "(%s = ...)".formatted(member))
                        .findFirst();
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
