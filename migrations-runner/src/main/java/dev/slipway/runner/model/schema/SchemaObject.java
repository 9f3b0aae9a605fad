package dev.slipway.runner.model.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One object of a schema. It keeps its hash once that is computed, since a run asks for it after each step.
public final class SchemaObject {
    private static final int HASH_LENGTH = 16;

    private final Key key;
    private final String definition;
    private final @Nullable String another;
    private @Nullable String hash;

    private SchemaObject(Key key, String definition, @Nullable String another) {
        this.key = key;
        this.definition = definition;
        this.another = another;
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
        return new SchemaObject(key, definition, null);
    }

    public static SchemaObject of(ObjectKind kind, String name, String definition) {
        return of(new Key(kind, name), definition);
    }

    /// The same object, as one that a script makes otherwise in each run.
    ///
    /// @param other its definition after another run
    public SchemaObject varying(String other) {
        return new SchemaObject(key, definition, other);
    }

    public Key key() {
        return key;
    }

    /// Its definition after another run, or null if it is the same after each.
    public @Nullable String another() {
        return another;
    }

    /// Whether it depends on when or where its script ran; nothing can be held to its definition.
    public boolean varies() {
        return another != null;
    }

    /// Canonical: equal on every version of PostgreSQL exactly if the objects are.
    public String definition() {
        return definition;
    }

    /// Whether one can stand for the other.
    public boolean isLike(SchemaObject other) {
        return isSame(other) || (key.equals(other.key) && (varies() || other.varies()));
    }

    /// Whether both are the same, whatever line ends the scripts had that they came from.
    public boolean isSame(SchemaObject other) {
        return equals(other)
                || (key.equals(other.key)
                        && varies() == other.varies()
                        && lines(definition).equals(lines(other.definition)));
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
                || (other instanceof SchemaObject that
                        && key.equals(that.key)
                        && definition.equals(that.definition)
                        && Objects.equals(another, that.another));
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
