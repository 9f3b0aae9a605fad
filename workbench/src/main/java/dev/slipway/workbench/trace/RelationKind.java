package dev.slipway.workbench.trace;

/// What a relation is.
public enum RelationKind {
    TABLE("table"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    FOREIGN_TABLE("foreign table"),
    INDEX("index");

    private final String word;

    RelationKind(String word) {
        this.word = word;
    }

    /// @param relkind as `pg_class` has it
    static RelationKind of(String relkind) {
        return switch (relkind) {
            case "r", "p" -> TABLE;
            case "v" -> VIEW;
            case "m" -> MATERIALIZED_VIEW;
            case "f" -> FOREIGN_TABLE;
            case "i", "I" -> INDEX;
            default -> throw new IllegalArgumentException(relkind);
        };
    }

    public String word() {
        return word;
    }

    /// Whether it has rows of its own, which a lock can keep others from.
    public boolean holdsRows() {
        return this == TABLE || this == MATERIALIZED_VIEW;
    }
}
