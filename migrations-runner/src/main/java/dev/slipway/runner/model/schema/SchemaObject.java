package dev.slipway.runner.model.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One object of a schema. It keeps its hash once that is computed, since a run asks for it after each step.
public final class SchemaObject {
    private static final int HASH_LENGTH = 16;

    private final Key key;
    private final String definition;
    private @Nullable String hash;

    private SchemaObject(Key key, String definition) {
        this.key = key;
        this.definition = definition;
    }

    /// What an object is known by.
    ///
    /// @param name qualified, as it can stand in SQL: `public.users`, `public.users.email` for a column
    public record Key(ObjectKind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? name.compareTo(other.name) : byKind;
        }

        /// For people: `column public.users.email`.
        @Override
        public String toString() {
            return kind.word() + " " + name;
        }
    }

    public static SchemaObject of(Key key, String definition) {
        return new SchemaObject(key, definition);
    }

    public static SchemaObject of(ObjectKind kind, String name, String definition) {
        return of(new Key(kind, name), definition);
    }

    public Key key() {
        return key;
    }

    /// Canonical: equal on every version of PostgreSQL exactly if the objects are.
    public String definition() {
        return definition;
    }

    /// Whether both are the same, whatever line ends the scripts had that they came from.
    boolean isLike(SchemaObject other) {
        return equals(other) || (key.equals(other.key) && lines(definition).equals(lines(other.definition)));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    /// 16 hexadecimal digits over key and definition.
    public String hash() {
        String known = hash;
        if (known == null) {
            known = Sha256.hex(key + "\n" + definition).substring(0, HASH_LENGTH);
            hash = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SchemaObject that && key.equals(that.key) && definition.equals(that.definition));
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, definition);
    }

    @Override
    public String toString() {
        return key + ": " + definition;
    }
}
