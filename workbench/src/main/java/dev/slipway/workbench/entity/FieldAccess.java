package dev.slipway.workbench.entity;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import java.lang.classfile.ClassModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Where `@Id` of Jakarta Persistence is on a field, fields are what is stored, and what only a getter gives is not.
///
/// Micronaut Data for JDBC and R2DBC reads and writes all that has a getter, so that this does not hold for them.
/// Source: Jakarta Persistence 3.2, section 2.3.1.
final class FieldAccess {
    private final BooleanSupplier getters;
    private final Map<Class<?>, Map<String, MappedField>> known = new HashMap<>();

    /// @param getters whether a getter makes a column, also without a field; asked only where one has none
    FieldAccess(BooleanSupplier getters) {
        this.getters = getters;
    }

    /// The fields of which Micronaut describes no more than a getter of another type.
    List<MappedField> hidden(BeanIntrospection<?> introspection) {
        return introspection.getBeanProperties().stream()
                .filter(this::isOther)
                .flatMap(property -> fields(property.getDeclaringType()).values().stream()
                        .filter(field -> field.name().equals(property.getName())))
                .filter(MappedField::isStored)
                .toList();
    }

    /// Whether there is no field for what a getter gives, or one of another type.
    boolean isOther(BeanProperty<?, ?> property) {
        Map<String, MappedField> fields = fields(property.getDeclaringType());
        if (!property.isReadOnly() || fields.values().stream().noneMatch(MappedField::isIdentity)) {
            return false;
        }
        MappedField field = fields.get(property.getName());
        return field == null ? !getters.getAsBoolean() : !field.isOf(property.getType());
    }

    private Map<String, MappedField> fields(Class<?> type) {
        return known.computeIfAbsent(type, FieldAccess::read);
    }

    private static Map<String, MappedField> read(Class<?> type) {
        Map<String, MappedField> fields = new HashMap<>();
        for (ClassModel model : ClassFiles.withSupertypes(type)) {
            model.fields().stream().map(MappedField::new).forEach(field -> fields.putIfAbsent(field.name(), field));
        }
        return fields;
    }
}
