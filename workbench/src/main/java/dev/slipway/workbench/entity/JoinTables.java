package dev.slipway.workbench.entity;

import dev.slipway.runner.model.failure.SlipwayException;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.data.annotation.sql.JoinTable;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentEntityUtils;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.lang.classfile.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes the tables between an entity and those it owns an association to.
record JoinTables(RuntimePersistentEntity<?> entity, Entities entities) {
    List<EntityTable> tables() {
        return Stream.concat(
                        described().stream(), entities.hidden(entity).stream().flatMap(this::ofField))
                .toList();
    }

    private List<EntityTable> described() {
        return entity.getAssociations().stream()
                .filter(association -> entities.isStored(association)
                        && association.isForeignKey()
                        && association
                                .getAnnotationMetadata()
                                .stringValue(io.micronaut.data.annotation.Relation.class, "mappedBy")
                                .isEmpty())
                .map(association -> table((Association) association))
                .toList();
    }

    private EntityTable table(Association association) {
        AnnotationMetadata metadata = association.getAnnotationMetadata();
        return table(
                metadata.stringValue(JoinTable.class, "schema").orElse(MappedTable.schema(entity)),
                metadata.stringValue(JoinTable.class, "name")
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> entity.getNamingStrategy().mappedName(association)),
                association.getName(),
                new Side(entity, named(association, "joinColumns")),
                new Side(association.getAssociatedEntity(), named(association, "inverseJoinColumns")));
    }

    private Stream<EntityTable> ofField(MappedField field) {
        if (field.isMappedByOther()) {
            return Stream.empty();
        }
        Annotation join = field.joinTable().orElseThrow(() -> otherType(field));
        return Stream.of(table(
                MappedField.text(join, "schema").orElse(MappedTable.schema(entity)),
                MappedField.text(join, "name").orElseThrow(() -> otherType(field)),
                field.name(),
                new Side(entity, MappedField.columns(join, "joinColumns")),
                new Side(
                        entities.named(
                                field.element().orElseThrow(() -> otherType(field)),
                                entity.getIntrospection().getBeanType().getClassLoader()),
                        MappedField.columns(join, "inverseJoinColumns"))));
    }

    private SlipwayException otherType(MappedField field) {
        return CompiledEntities.failure(
                "field %s of entity %s has another type than its getter, so that Micronaut does not describe it"
                        .formatted(field.name(), entity.getName()),
                "give its getter the type of the field, or say @Transient if it is not stored");
    }

    private EntityTable table(String schema, String name, String property, Side ofOwn, Side ofOther) {
        List<EntityTable.Column> columns = new ArrayList<>();
        EntityTable.Reference own = side(ofOwn, columns);
        EntityTable.Reference theirs = side(ofOther, columns);
        List<String> key = new ArrayList<>(own.columns());
        key.addAll(theirs.columns());
        checkDoubles(property, own, theirs);
        return new EntityTable(
                schema,
                name,
                "%s.%s".formatted(entity.getName(), property),
                columns,
                key,
                List.of(),
                List.of(own, theirs),
                List.of());
    }

    /// Micronaut Data gives both columns the same name, and fails on each insert.
    private void checkDoubles(String property, EntityTable.Reference own, EntityTable.Reference theirs) {
        own.columns().stream().filter(theirs.columns()::contains).findFirst().ifPresent(column -> {
            throw CompiledEntities.failure(
                    "association %s of entity %s has the column %s twice in the table between both"
                            .formatted(property, entity.getName(), column),
                    "name one for each side: @JoinTable(name = \"...\", joinColumns = @JoinColumn(name = \"%s\"),"
                                    .formatted(column)
                            + " inverseJoinColumns = @JoinColumn(name = \"...\"))");
        });
    }

    private static List<String> named(Association association, String side) {
        AnnotationValue<JoinTable> table = association.getAnnotationMetadata().getAnnotation(JoinTable.class);
        return table == null
                ? List.of()
                : table.getAnnotations(side).stream()
                        .flatMap(column -> column.stringValue("name").stream())
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private EntityTable.Reference side(Side asked, List<EntityTable.Column> columns) {
        PersistentEntity side = asked.entity();
        List<String> named = asked.columns();
        List<String> own = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        PersistentProperty identity = side.getIdentity();
        PersistentEntityUtils.traversePersistentProperties(identity, (path, property) -> {
            String name = own.size() < named.size()
                    ? named.get(own.size())
                    : entity.getNamingStrategy().mappedJoinTableColumn(side, path, property);
            own.add(name);
            theirs.add(side.getNamingStrategy().mappedName(path, property));
            columns.add(new ColumnType(property, true).column(name, false, entity));
        });
        return new EntityTable.Reference(own, MappedTable.schema(side), side.getPersistedName(), theirs);
    }

    /// @param columns the names that somebody gave them, as far as there are some
    private record Side(PersistentEntity entity, List<String> columns) {
        private Side {
            columns = List.copyOf(columns);
        }
    }
}
