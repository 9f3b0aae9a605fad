package dev.slipway.runner.model.schema;

import org.jspecify.annotations.Nullable;

/// How one object differs between two schemas.
public sealed interface Change {
    SchemaObject.Key key();

    /// The object in the second schema, or null if it has none.
    @Nullable
    SchemaObject after();

    /// Only the second schema has it.
    record Added(SchemaObject object) implements Change {
        @Override
        public SchemaObject.Key key() {
            return object.key();
        }

        @Override
        public SchemaObject after() {
            return object;
        }
    }

    /// Both have it, with different definitions.
    record Altered(SchemaObject before, SchemaObject after) implements Change {
        @Override
        public SchemaObject.Key key() {
            return after.key();
        }
    }

    /// Only the first schema has it.
    record Removed(SchemaObject object) implements Change {
        @Override
        public SchemaObject.Key key() {
            return object.key();
        }

        @Override
        public @Nullable SchemaObject after() {
            return null;
        }
    }
}
