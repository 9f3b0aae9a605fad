package dev.slipway.runner.model.schema;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/// One object of a schema.
///
/// @param definition canonical: equal on every version of PostgreSQL exactly if the objects are
public record SchemaObject(Key key, String definition) {
    private static final int HASH_LENGTH = 16;

    /// What an object is known by.
    ///
    /// @param name qualified, as it can stand in SQL: `public.users`, `public.users.email` for a column
    public record Key(ObjectKind kind, String name) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::name);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        /// For people: `column public.users.email`.
        @Override
        public String toString() {
            return kind.word() + " " + name;
        }
    }

    public static SchemaObject of(ObjectKind kind, String name, String definition) {
        return new SchemaObject(new Key(kind, name), definition);
    }

    /// 16 hexadecimal digits over key and definition.
    public String hash() {
        return Sha256.hex(key + "\n" + definition).substring(0, HASH_LENGTH);
    }

    byte[] line() {
        return (hash() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
