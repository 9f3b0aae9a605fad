package dev.slipway.workbench.entity;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.data.annotation.Index;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.Embedded;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentEntityUtils;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the table of an entity.
final class MappedTable {
    static final String COLUMN = "jakarta.persistence.Column";
    private static final String TABLE = "jakarta.persistence.Table";

    private final RuntimePersistentEntity<?> entity;
    private final Entities entities;
    private final Map<String, EntityTable.Column> columns = new LinkedHashMap<>();
    private final Map<String, EntityTable.Reference> references = new LinkedHashMap<>();
    private final Map<String, List<String>> columnsOfProperty = new LinkedHashMap<>();
    private final List<String> primaryKey = new ArrayList<>();
    private final Set<EntityTable.Index> indexes = new LinkedHashSet<>();
    private final List<String> sequences = new ArrayList<>();

    MappedTable(RuntimePersistentEntity<?> entity, Entities entities) {
        this.entity = entity;
        this.entities = entities;
    }

    EntityTable table() {
        PassedOverTerms.check(entity);
        PersistentEntityUtils.traversePersistentProperties(entity, true, true, (path, property) -> {
            if (entities.isStored(path.isEmpty() ? property : path.getFirst())) {
                add(path, property);
            }
        });
        PassedOverTerms.checkQuotes(
                entity, Stream.concat(Stream.of(entity.getPersistedName()), columns.keySet().stream()));
        addIndexes();
        return new EntityTable(
                schema(entity),
                entity.getPersistedName(),
                entity.getName(),
                List.copyOf(columns.values()),
                primaryKey,
                List.copyOf(indexes),
                List.copyOf(references.values()),
                sequences);
    }

    static String schema(PersistentEntity entity) {
        return entity.getAnnotationMetadata()
                .stringValue(MappedEntity.class, "schema")
                .orElse("");
    }

    private void add(List<Association> path, PersistentProperty property) {
        String name = entity.getNamingStrategy().mappedName(path, property);
        PersistentProperty root = path.isEmpty() ? property : path.getFirst();
        AssociationTerms.check(entity, path);
        boolean key = isIdentity(root);
        boolean nullable = !key
                && ((ColumnType.isNullable(property) && !refers(path))
                        || path.stream().anyMatch(ColumnType::isNullable));
        ColumnType type = new ColumnType(property, refers(path));
        columns.put(name, type.column(name, nullable, entity));
        type.sequence(name, entity)
                .filter(sequence -> !sequences.contains(sequence))
                .ifPresent(sequences::add);
        if (key) {
            primaryKey.add(name);
        }
        columnsOfProperty
                .computeIfAbsent(root.getName(), _ -> new ArrayList<>())
                .add(name);
        if (!property.equals(root)) {
            columnsOfProperty
                    .computeIfAbsent(root.getName() + "." + property.getName(), _ -> new ArrayList<>())
                    .add(name);
        }
        if (refers(path)) {
            refer(path, property, name);
        }
        if (isUnique(property, path)) {
            indexes.add(new EntityTable.Index(null, List.of(name), true));
        }
        addIndexesOf(property.getAnnotationMetadata(), name);
    }

    private boolean isIdentity(PersistentProperty property) {
        return entity.getIdentityProperties().stream()
                .anyMatch(identity -> identity.getName().equals(property.getName()));
    }

    private static boolean refers(List<Association> path) {
        return path.stream().anyMatch(association -> !(association instanceof Embedded));
    }

    private static boolean isUnique(PersistentProperty property, List<Association> path) {
        boolean oneToOne = path.stream()
                .anyMatch(association -> !(association instanceof Embedded)
                        && association.getKind() == io.micronaut.data.annotation.Relation.Kind.ONE_TO_ONE);
        boolean said = !refers(path)
                && property.getAnnotationMetadata()
                        .booleanValue(COLUMN, "unique")
                        .orElse(false);
        return oneToOne || said;
    }

    /// @param path to the property, of which the other entity knows what comes after the association
    private void refer(List<Association> path, PersistentProperty target, String column) {
        int place = 0;
        while (path.get(place) instanceof Embedded) {
            place++;
        }
        PersistentEntity other = path.get(place).getAssociatedEntity();
        String association =
                path.subList(0, place + 1).stream().map(Association::getName).collect(Collectors.joining("."));
        EntityTable.Reference begun = references.get(association);
        List<String> own = new ArrayList<>(begun == null ? List.of() : begun.columns());
        List<String> theirs = new ArrayList<>(begun == null ? List.of() : begun.targetColumns());
        own.add(column);
        theirs.add(other.getNamingStrategy().mappedName(path.subList(place + 1, path.size()), target));
        references.put(association, new EntityTable.Reference(own, schema(other), other.getPersistedName(), theirs));
    }

    private void addIndexes() {
        AnnotationMetadata metadata = entity.getAnnotationMetadata();
        for (AnnotationValue<Index> index : metadata.getAnnotationValuesByType(Index.class)) {
            indexes.add(new EntityTable.Index(
                    index.stringValue("name").filter(name -> !name.isEmpty()).orElse(null),
                    columnsNamed(index.stringValues("columns")),
                    index.booleanValue("unique").orElse(false)));
        }
        AnnotationValue<?> table = metadata.getAnnotation(TABLE);
        if (table != null) {
            table.getAnnotations("uniqueConstraints")
                    .forEach(unique -> indexes.add(new EntityTable.Index(
                            unique.stringValue("name")
                                    .filter(name -> !name.isEmpty())
                                    .orElse(null),
                            columnsNamed(unique.stringValues("columnNames")),
                            true)));
        }
        forgetDoubles();
    }

    /// An index that the same columns have for another reason as well is one index.
    private void forgetDoubles() {
        Set<List<String>> unique = new HashSet<>();
        indexes.removeIf(index -> index.unique() && !unique.add(index.columns()));
        indexes.removeIf(index -> !index.unique() && unique.contains(index.columns()));
    }

    private void addIndexesOf(AnnotationMetadata metadata, String column) {
        for (AnnotationValue<Index> index : metadata.getAnnotationValuesByType(Index.class)) {
            if (index.stringValues("columns").length == 0) {
                indexes.add(new EntityTable.Index(
                        index.stringValue("name")
                                .filter(name -> !name.isEmpty())
                                .orElse(null),
                        List.of(column),
                        index.booleanValue("unique").orElse(false)));
            }
        }
    }

    /// Which way an index is read makes no difference to PostgreSQL, as long as all of its columns go that way.
    private List<String> columnsNamed(String... names) {
        if (Arrays.stream(names)
                        .map(IndexedName::of)
                        .map(IndexedName::descending)
                        .distinct()
                        .count()
                > 1) {
            throw CompiledEntities.failure(
                    "entity %s has an index on \"%s\", which goes both up and down: that is neither written nor compared"
                            .formatted(entity.getName(), String.join(", ", names)),
                    "leave it out of the entity, and write it by hand, in a script of `revision`: there it stays as it is");
        }
        return Arrays.stream(names)
                .flatMap(name -> columnsNamed(IndexedName.of(name)).stream())
                .toList();
    }

    private List<String> columnsNamed(IndexedName named) {
        String plain = named.name();
        if (columns.containsKey(plain)) {
            return List.of(plain);
        }
        List<String> ofProperty = columnsOfProperty.get(plain);
        if (ofProperty == null) {
            throw CompiledEntities.failure(
                    "entity %s has an index on \"%s\", which is none of its columns".formatted(entity.getName(), plain),
                    "name a column or a property: %s; an index on anything else is written by hand, in a script of `revision`"
                            .formatted(String.join(", ", columns.keySet())));
        }
        return ofProperty;
    }
}
