package dev.slipway.workbench.entity;

import dev.slipway.runner.model.failure.SlipwayException;
import io.micronaut.data.model.PersistentProperty;
import java.util.Map;
import java.util.Optional;

/// Refuses a property of a type that no column has.
final class UnknownType {
    private static final String NOT_STORED = ", or @Transient if it is not stored";
    private static final String ROWS =
            "say @Relation(value = ONE_TO_MANY, mappedBy = \"...\") if its elements are rows of another table,"
                    + " @TypeDef(type = DataType.JSON) for jsonb" + NOT_STORED;
    private static final String PARTS = "say @TypeDef(type = DataType.JSON) for jsonb" + NOT_STORED;
    private static final String OBJECT =
            "say @TypeDef(type = DataType.JSON) for jsonb, @Relation(EMBEDDED) and @Embeddable for columns of its own"
                    + NOT_STORED;
    private static final String VALUE =
            "say @TypeDef(type = DataType.STRING, converter = ...) for a text, with a converter of yours" + NOT_STORED;

    private UnknownType() {}

    static SlipwayException failure(PersistentProperty property, Class<?> type) {
        return CompiledEntities.failure(
                "property %s of entity %s is a %s, and no column has such a type"
                        .formatted(property.getName(), property.getOwner().getName(), type.getSimpleName()),
                help(type));
    }

    private static String help(Class<?> type) {
        if (type == Optional.class) {
            return "say @Nullable, and the type of what is in it";
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return ROWS;
        }
        if (Map.class.isAssignableFrom(type) || type.isArray() || type == Object.class) {
            return PARTS;
        }
        return type.getName().startsWith("java.") ? VALUE : OBJECT;
    }
}
