package dev.slipway.workbench.autogenerate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What belongs into one revision, in the order in which they run.
///
/// @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, on locks and NOT VALID</a>
enum ScriptPhase {
    RENAME("rename", "", true, true),
    CREATE("create", "", true, false),
    EXPAND("change", "", true, false),
    BACKFILL("fill", "", true, false),
    INDEXES("index", "", false, false),
    UNIQUE("forbid duplicates", "in", false, true),
    GUARD("constrain", "", true, false),
    REQUIRE("require", "in", true, true),
    VALIDATE("validate", "", true, false),
    CONTRACT("contract", "", true, true),
    /// Foreign keys that lead to a primary key which the contract makes.
    REFER("refer", "from", true, true),
    VALIDATE_REFERENCES("validate references", "of", true, false);

    private final String word;
    private final String before;
    private final boolean transaction;
    private final boolean contract;

    /// @param word what the revision does
    /// @param before what stands between that and a table
    ScriptPhase(String word, String before, boolean transaction, boolean contract) {
        this.word = word;
        this.before = before;
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

    /// What the revision does, as it stands in the name of its file: `validate`, `validate users`.
    ///
    /// @param table empty if there is no need to name it
    String words(String table) {
        return Stream.of(word, table.isEmpty() ? "" : before, table)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
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
