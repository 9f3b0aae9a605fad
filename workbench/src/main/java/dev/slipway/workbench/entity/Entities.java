package dev.slipway.workbench.entity;

import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.util.HashMap;
import java.util.Map;

/// The entities of one class loader; Micronaut Data itself looks into that of its own classes only.
final class Entities {
    private final BeanIntrospector introspector;
    private final Map<Class<?>, RuntimePersistentEntity<?>> known = new HashMap<>();

    Entities(ClassLoader loader) {
        this.introspector = BeanIntrospector.forClassLoader(loader);
    }

    @SuppressWarnings("unchecked")
    <T> RuntimePersistentEntity<T> of(Class<T> type) {
        RuntimePersistentEntity<?> entity = known.get(type);
        if (entity == null) {
            entity = new Loaded<>(type);
            known.put(type, entity);
        }
        return (RuntimePersistentEntity<T>) entity;
    }

    private final class Loaded<T> extends RuntimePersistentEntity<T> {
        Loaded(Class<T> type) {
            super(introspector
                    .findIntrospection(type)
                    .orElseThrow(() -> CompiledEntities.failure(
                            "class %s is part of an entity, and was not compiled as one".formatted(type.getName()),
                            "add its module to --entities, or annotate it, for example with @Embeddable")));
        }

        @Override
        protected RuntimePersistentEntity<T> getEntity(Class<T> type) {
            return of(type);
        }
    }
}
