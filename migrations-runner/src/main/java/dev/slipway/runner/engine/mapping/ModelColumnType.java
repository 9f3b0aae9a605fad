package dev.slipway.runner.engine.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The type a mapped column should have, by PostgreSQL's name for it.
public enum ModelColumnType {
    BOOLEAN,
    SMALLINT,
    INTEGER,
    BIGINT,
    REAL,
    DOUBLE_PRECISION,
    NUMERIC,
    TEXT,
    BYTEA,
    DATE,
    TIME,
    TIMESTAMP,
    TIMESTAMPTZ,
    UUID,
    JSON,
    /// One that is not compared.
    OTHER;

    static Optional<ModelColumnType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /// The one that fits a type by its name in `pg_type`, or `OTHER`.
    public static ModelColumnType holding(String type) {
        return Arrays.stream(values())
                .filter(each -> each.exact().contains(type))
                .findFirst()
                .orElse(OTHER);
    }

    static String words() {
        return Arrays.stream(values()).map(ModelColumnType::word).collect(Collectors.joining(", "));
    }

    /// As the description of a model says it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether a column of the type (by its name in `pg_type`) takes every value of this one, and gives back no other.
    /// One that the service only reads may be narrower.
    public boolean fits(String type, boolean onlyRead) {
        return this == OTHER
                || exact().contains(type)
                || (onlyRead && narrower().contains(type));
    }

    private Set<String> exact() {
        return switch (this) {
            case BOOLEAN -> Set.of("bool");
            case SMALLINT -> Set.of("int2");
            case INTEGER -> Set.of("int4");
            case BIGINT -> Set.of("int8");
            case REAL -> Set.of("float4");
            case DOUBLE_PRECISION -> Set.of("float8");
            case TEXT -> Set.of("text", "varchar", "bpchar", "citext");
            case JSON -> Set.of("json", "jsonb");
            case NUMERIC, BYTEA, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, UUID -> Set.of(word());
            case OTHER -> Set.of();
        };
    }

    private Set<String> narrower() {
        return switch (this) {
            case INTEGER -> Set.of("int2");
            case BIGINT -> Set.of("int2", "int4");
            case DOUBLE_PRECISION -> Set.of("float4");
            case NUMERIC -> Set.of("int2", "int4", "int8");
            case BOOLEAN, SMALLINT, REAL, TEXT, BYTEA, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, UUID, JSON, OTHER ->
                Set.of();
        };
    }
}
