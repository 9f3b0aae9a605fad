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
public record Existence(String kind, String name, boolean creates) implements LoneStatement {
    private static final String PREPARED = "prepared";
    private static final List<String> KINDS = List.of("database", "tablespace", "subscription");

    static LoneStatement created(StatementWords words) {
        return read(words, true);
    }

    static LoneStatement dropped(StatementWords words) {
        return read(words, false);
    }

    private static LoneStatement read(StatementWords words, boolean creates) {
        for (String kind : KINDS) {
            if (words.pass(kind)) {
                words.pass("if", "exists");
                return words.name()
                        .<LoneStatement>map(name -> new Existence(kind, name, creates))
                        .orElse(Repeated.ONE);
            }
        }
        return Repeated.ONE;
    }

    /// COMMIT PREPARED and ROLLBACK PREPARED.
    static LoneStatement ended(StatementWords words) {
        return words.string()
                .<LoneStatement>map(name -> new Existence(PREPARED, name, false))
                .orElse(Repeated.ONE);
    }

    /// Whether it is there.
    @Override
    public int standing(Session session) throws SQLException {
        return Rows.number(session, kind + ".sql", name);
    }

    @Override
    public Mended mend(Session session, int stood) throws SQLException {
        int wanted = creates ? 1 : 0;
        String ended = kind.equals(PREPARED) ? "ended" : "dropped";
        return stood != wanted && standing(session) == wanted
                ? Mended.done("%s %s had been %s".formatted(kind, name, creates ? "created" : ended))
                : Mended.NOTHING;
    }

    @Override
    public boolean waits() {
        return false;
    }
}
