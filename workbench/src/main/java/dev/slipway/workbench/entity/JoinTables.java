package dev.slipway.workbench.entity;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.data.annotation.sql.JoinTable;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.PersistentEntity;
import io.micronaut.data.model.PersistentEntityUtils;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.util.ArrayList;
import java.util.List;

/// Makes the tables between an entity and those it owns an association to.
record JoinTables(RuntimePersistentEntity<?> entity) {
    List<EntityTable> tables() {
        return entity.getAssociations().stream()
                .filter(association -> association.isForeignKey()
                        && association
                                .getAnnotationMetadata()
                                .stringValue(io.micronaut.data.annotation.Relation.class, "mappedBy")
                                .isEmpty())
                .map(association -> table((Association) association))
                .toList();
    }

    private EntityTable table(Association association) {
        PersistentEntity other = association.getAssociatedEntity();
        List<EntityTable.Column> columns = new ArrayList<>();
        EntityTable.Reference own = side(entity, named(association, "joinColumns"), columns);
        EntityTable.Reference theirs = side(other, named(association, "inverseJoinColumns"), columns);
        List<String> key = new ArrayList<>(own.columns());
        key.addAll(theirs.columns());
        return new EntityTable(
                association
                        .getAnnotationMetadata()
                        .stringValue(JoinTable.class, "schema")
                        .orElse(MappedTable.schema(entity)),
                association
                        .getAnnotationMetadata()
                        .stringValue(JoinTable.class, "name")
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> entity.getNamingStrategy().mappedName(association)),
                "%s.%s".formatted(entity.getName(), association.getName()),
                columns,
                key,
                List.of(),
                List.of(own, theirs),
                List.of());
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

    private EntityTable.Reference side(PersistentEntity side, List<String> named, List<EntityTable.Column> columns) {
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
}
