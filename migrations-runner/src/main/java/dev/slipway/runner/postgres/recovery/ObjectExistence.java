package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.StatementWords;
import java.sql.SQLException;
import java.util.List;

/// A statement that makes something be there or be gone, all at once: databases, tablespaces, subscriptions, prepared
/// transactions.
///
/// @param kind a word of SQL, or `prepared`
/// @param name as it stands; of a prepared transaction its text
/// @param creates whether it should be there afterwards
public record ObjectExistence(String kind, String name, boolean creates) implements NonTransactionalStatement {
    private static final String PREPARED = "prepared";
    private static final List<String> KINDS = List.of("database", "tablespace", "subscription");

    static NonTransactionalStatement created(StatementWords words) {
        return read(words, true);
    }

    static NonTransactionalStatement dropped(StatementWords words) {
        return read(words, false);
    }

    private static NonTransactionalStatement read(StatementWords words, boolean creates) {
        for (String kind : KINDS) {
            if (words.pass(kind)) {
                words.pass("if", "exists");
                return words.name()
                        .<NonTransactionalStatement>map(name -> new ObjectExistence(kind, name, creates))
                        .orElse(RepeatableStatement.ONE);
            }
        }
        return RepeatableStatement.ONE;
    }

    /// COMMIT PREPARED and ROLLBACK PREPARED.
    static NonTransactionalStatement ended(StatementWords words) {
        return words.string()
                .<NonTransactionalStatement>map(name -> new ObjectExistence(PREPARED, name, false))
                .orElse(RepeatableStatement.ONE);
    }

    /// Whether it is there.
    @Override
    public int standing(Session session) throws SQLException {
        return CatalogRows.number(session, kind + ".sql", name);
    }

    @Override
    public RecoveryResult mend(Session session, int stood) throws SQLException {
        int wanted = creates ? 1 : 0;
        String ended = kind.equals(PREPARED) ? "ended" : "dropped";
        return stood != wanted && standing(session) == wanted
                ? RecoveryResult.done("%s %s had been %s".formatted(kind, name, creates ? "created" : ended))
                : RecoveryResult.NOTHING;
    }

    @Override
    public boolean waits() {
        return false;
    }
}
