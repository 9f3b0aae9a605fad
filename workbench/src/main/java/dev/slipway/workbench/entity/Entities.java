package dev.slipway.workbench.entity;

import dev.slipway.runner.model.failure.SlipwayException;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.exceptions.MappingException;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import io.micronaut.data.model.runtime.RuntimePersistentProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The entities of one class loader; Micronaut Data itself looks into that of its own classes only.
final class Entities {
    private final BeanIntrospector introspector;
    private final FieldAccess access;
    private final Map<Class<?>, RuntimePersistentEntity<?>> known = new HashMap<>();

    Entities(ClassLoader loader, FieldAccess access) {
        this.introspector = BeanIntrospector.forClassLoader(loader);
        this.access = access;
    }

    @SuppressWarnings("unchecked")
    <T> RuntimePersistentEntity<T> of(Class<T> type) {
        RuntimePersistentEntity<?> entity = known.get(type);
        if (entity == null) {
            entity = loaded(type);
            known.put(type, entity);
        }
        return (RuntimePersistentEntity<T>) entity;
    }

    /// Whether what its getter gives is stored.
    boolean isStored(PersistentProperty property) {
        return !access.isOther(((RuntimePersistentProperty<?>) property).getProperty());
    }

    /// The fields that are stored in place of what their getters give.
    List<MappedField> hidden(RuntimePersistentEntity<?> entity) {
        return access.hidden(entity.getIntrospection());
    }

    /// @throws SlipwayException with a usage failure if it is none
    RuntimePersistentEntity<?> named(String type, ClassLoader loader) {
        try {
            return of(Class.forName(type, false, loader));
        } catch (ClassNotFoundException e) {
            throw notCompiled(type);
        }
    }

    private <T> RuntimePersistentEntity<T> loaded(Class<T> type) {
        KotlinValueClass.check(type.getName(), ClassFiles.withSupertypes(type));
        try {
            return new Loaded<>(introspection(type));
        } catch (MappingException e) {
            throw CompiledEntities.failure(
                    "Micronaut Data does not take entity %s: %s".formatted(type.getName(), e.getMessage()),
                    "change the entity: it fails in the same way when it runs");
        }
    }

    private <T> BeanIntrospection<T> introspection(Class<T> type) {
        return introspector.findIntrospection(type).orElseThrow(() -> notCompiled(type.getName()));
    }

    private static SlipwayException notCompiled(String type) {
        return CompiledEntities.failure(
                "class %s is part of an entity, and was not compiled as one".formatted(type),
                "add its module to --entities, or annotate it, for example with @Embeddable");
    }

    private final class Loaded<T> extends RuntimePersistentEntity<T> {
        Loaded(BeanIntrospection<T> introspection) {
            super(introspection);
        }

        @Override
        protected RuntimePersistentEntity<T> getEntity(Class<T> type) {
            return of(type);
        }
    }
}
