package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.PlainSql;
import dev.slipway.runner.sql.StatementWords;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `REINDEX ... CONCURRENTLY`, which leaves an invalid index named `..._ccnew` or `..._ccold` when it does not come to
/// its end. It can run again; nobody else drops what it left.
///
/// @param kind `index`, `table`, `schema` or `database`
/// @param name as it stands, or empty
public record Reindexing(String kind, String name) implements NonTransactionalStatement {
    private static final Pattern CONCURRENTLY = Pattern.compile(".*\\bCONCURRENTLY\\b(?! (FALSE|OFF|0)\\b).*");
    private static final int ENOUGH = 400;
    private static final int MOST = 15;

    static NonTransactionalStatement read(StatementWords words) {
        boolean option =
                CONCURRENTLY.matcher(PlainSql.of(words.parentheses(), ENOUGH)).matches();
        for (String kind : List.of("index", "table", "schema", "database", "system")) {
            if (words.pass(kind)) {
                boolean concurrently = words.pass("concurrently") || option;
                String name = words.name().orElse("");
                return concurrently ? new Reindexing(kind, name) : RepeatableStatement.ONE;
            }
        }
        return RepeatableStatement.ONE;
    }

    /// How many such indexes are there already.
    @Override
    public int standing(Session session) throws SQLException {
        return Math.min(MOST, left(session).size());
    }

    /// If there were such indexes before, nobody can tell whose is which, and all of them stay.
    @Override
    public RecoveryResult mend(Session session, int stood) throws SQLException {
        List<TableIndex> left = stood == 0 ? left(session) : List.of();
        for (TableIndex index : left) {
            index.drop(session);
        }
        return left.isEmpty()
                ? RecoveryResult.NOTHING
                : new RecoveryResult(
                        false,
                        "the invalid index %s was dropped"
                                .formatted(left.stream().map(TableIndex::name).collect(Collectors.joining(", "))));
    }

    private List<TableIndex> left(Session session) throws SQLException {
        return CatalogRows.all(session, "reindexed.sql", TableIndex::read, kind, name);
    }

    @Override
    public boolean waits() {
        return true;
    }
}
