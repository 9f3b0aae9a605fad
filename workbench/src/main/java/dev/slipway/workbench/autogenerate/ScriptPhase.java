package dev.slipway.workbench.autogenerate;

/// What belongs into one revision, in the order in which they run.
///
/// @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, on locks and NOT VALID</a>
enum ScriptPhase {
    RENAME("rename", true, true),
    CREATE("tables", true, false),
    EXPAND("columns", true, false),
    BACKFILL("backfill", true, false),
    INDEXES("indexes", false, false),
    UNIQUE("unique", false, true),
    GUARD("constraints", true, false),
    REQUIRE("required", true, true),
    VALIDATE("validate", true, false),
    CONTRACT("contract", true, true),
    /// Foreign keys that lead to a primary key which the contract makes.
    REFER("references", true, true),
    VALIDATE_REFERENCES("references validate", true, false);

    private final String word;
    private final boolean transaction;
    private final boolean contract;

    ScriptPhase(String word, boolean transaction, boolean contract) {
        this.word = word;
        this.transaction = transaction;
        this.contract = contract;
    }

    /// The one in which a foreign key has to wait for the primary key that it leads to.
    ScriptPhase afterKey() {
        return switch (this) {
            case GUARD, REQUIRE -> REFER;
            case VALIDATE -> VALIDATE_REFERENCES;
            case RENAME, CREATE, EXPAND, BACKFILL, INDEXES, UNIQUE, CONTRACT, REFER, VALIDATE_REFERENCES -> this;
        };
    }

    /// What tells the revision from the others of the same message.
    String word() {
        return word;
    }

    boolean isTransaction() {
        return transaction;
    }

    /// Whether older versions of the service cannot run on the schema after it.
    boolean isContract() {
        return contract;
    }

    /// Whether each table has a revision of its own, so that no two are locked against everything at once.
    boolean isByTable() {
        return this != CREATE && this != INDEXES && this != UNIQUE;
    }
}
