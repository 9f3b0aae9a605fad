package dev.slipway.runner.model.schema;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One object of a schema. It keeps its hash once that is computed, since a run asks for it after each step.
public final class SchemaObject {
    private static final int HASH_BYTES = 8;

    private final Key key;
    private final String definition;
    private final @Nullable String another;
    private byte @Nullable [] digest;

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
            return kind == other.kind ? name.compareTo(other.name) : kind.compareTo(other.kind);
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
        return HexFormat.of().formatHex(digest(), 0, HASH_BYTES);
    }

    /// All 256 bits of the hash, as a number.
    BigInteger number() {
        return new BigInteger(1, digest());
    }

    private byte[] digest() {
        byte[] known = digest;
        if (known == null) {
            known = Sha256.of(key + "\n" + definition);
            digest = known;
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
