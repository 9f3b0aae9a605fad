package dev.slipway.workbench.trace;

/// What a constraint of a table is.
public enum ConstraintKind {
    CHECK("check"),
    FOREIGN_KEY("foreign key"),
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    EXCLUSION("exclusion constraint");

    private final String word;

    ConstraintKind(String word) {
        this.word = word;
    }

    /// @param contype as `pg_constraint` has it
    static ConstraintKind of(String contype) {
        return switch (contype) {
            case "c" -> CHECK;
            case "f" -> FOREIGN_KEY;
            case "p" -> PRIMARY_KEY;
            case "u" -> UNIQUE;
            case "x" -> EXCLUSION;
            default -> throw new IllegalArgumentException(contype);
        };
    }

    public String word() {
        return word;
    }
}
