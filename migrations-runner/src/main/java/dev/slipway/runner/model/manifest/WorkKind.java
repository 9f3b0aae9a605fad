package dev.slipway.runner.model.manifest;

import java.util.Arrays;
import java.util.Optional;

/// What a statement does with a table that takes the longer the more rows there are.
public enum WorkKind {
    SCAN("scan", "reads all rows of"),
    CHECK("check", "checks all rows of"),
    FOREIGN_KEY("foreign key", "holds all rows to a foreign key of"),
    INDEX("index", "builds an index on"),
    REWRITE("rewrite", "rewrites"),
    WRITE("write", "writes the rows of");

    private final String word;
    private final String does;

    WorkKind(String word, String does) {
        this.word = word;
        this.does = does;
    }

    public static Optional<WorkKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// As the manifest says it: `rewrite`.
    public String word() {
        return word;
    }

    /// The words between a script and a table: `builds an index on`.
    public String does() {
        return does;
    }
}
