package dev.slipway.runner.engine.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The type a mapped column should have, by PostgreSQL's name for it.
enum ColumnType {
    BOOLEAN(Set.of("bool"), Set.of()),
    SMALLINT(Set.of("int2"), Set.of()),
    INTEGER(Set.of("int4"), Set.of("int2")),
    BIGINT(Set.of("int8"), Set.of("int2", "int4")),
    REAL(Set.of("float4"), Set.of()),
    DOUBLE_PRECISION(Set.of("float8"), Set.of("float4")),
    NUMERIC(Set.of("numeric"), Set.of("int2", "int4", "int8")),
    TEXT(Set.of("text", "varchar", "bpchar", "citext"), Set.of()),
    BYTEA(Set.of("bytea"), Set.of()),
    DATE(Set.of("date"), Set.of()),
    TIME(Set.of("time"), Set.of()),
    TIMESTAMP(Set.of("timestamp"), Set.of()),
    TIMESTAMPTZ(Set.of("timestamptz"), Set.of()),
    UUID(Set.of("uuid"), Set.of()),
    JSON(Set.of("json", "jsonb"), Set.of());

    private final Set<String> exact;
    private final Set<String> narrower;

    ColumnType(Set<String> exact, Set<String> narrower) {
        this.exact = exact;
        this.narrower = narrower;
    }

    static Optional<ColumnType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(ColumnType::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether a column of the type (by its name in `pg_type`) takes every value of this one, and gives back no other.
    /// One that the service only reads may be narrower.
    boolean fits(String type, boolean onlyRead) {
        return exact.contains(type) || onlyRead && narrower.contains(type);
    }
}
