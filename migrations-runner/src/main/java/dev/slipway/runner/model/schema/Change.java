package dev.slipway.runner.model.schema;

/// How one object differs between two schemas.
public sealed interface Change {
    SchemaObject.Key key();

    /// Only the second schema has it.
    record Added(SchemaObject object) implements Change {
        @Override
        public SchemaObject.Key key() {
            return object.key();
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
    }
}
