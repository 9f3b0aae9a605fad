package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.StatementWords;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `CREATE INDEX CONCURRENTLY`, which leaves an invalid index when it does not come to its end.
///
/// @param name as it stands, or null if the server chooses one
/// @param table as it stands
/// @param definition what follows the table
public record IndexBuild(boolean unique, @Nullable String name, String table, String definition)
        implements NonTransactionalStatement {
    private static final int MARKS = 16;

    static Optional<NonTransactionalStatement> read(StatementWords words) {
        boolean unique = words.pass("unique");
        if (!words.pass("index", "concurrently")) {
            return Optional.empty();
        }
        words.pass("if", "not", "exists");
        String name = words.isNext("on") ? null : words.name().orElse("");
        boolean readable = words.pass("on") && !"".equals(name);
        words.pass("only");
        String table = words.name().orElse("");
        return Optional.of(
                readable && !table.isEmpty()
                        ? new IndexBuild(unique, name, table, words.rest())
                        : RepeatableStatement.ONE);
    }

    /// One with a name: whether something has that name. One without: how many indexes the table has, as far as that
    /// tells one more from as many.
    @Override
    public int standing(Session session) throws SQLException {
        return name == null
                ? TableIndex.of(session, table).size() % MARKS
                : CatalogRows.number(session, "name-taken.sql", table, name);
    }

    /// The invalid index that stands in the way: the server would refuse the statement, or with IF NOT EXISTS pass over
    /// it.
    public Optional<TableIndex> inTheWay(Session session) throws SQLException {
        return name == null ? Optional.empty() : ours(session, 0, index -> !index.valid());
    }

    /// What it has left invalid.
    public Optional<TableIndex> left(Session session, int stood) throws SQLException {
        return ours(session, stood, index -> !index.valid());
    }

    @Override
    public RecoveryResult mend(Session session, int stood) throws SQLException {
        Optional<TableIndex> invalid = left(session, stood);
        if (invalid.isPresent()) {
            invalid.get().drop(session);
            return new RecoveryResult(
                    false,
                    "the invalid index %s was dropped".formatted(invalid.get().name()));
        }
        return ours(session, stood, TableIndex::valid)
                .map(index -> RecoveryResult.done("the index %s had been built".formatted(index.name())))
                .orElse(RecoveryResult.NOTHING);
    }

    private Optional<TableIndex> ours(Session session, int stood, Predicate<TableIndex> wanted) throws SQLException {
        List<TableIndex> since = since(session, stood);
        IndexDefinition definition = new IndexDefinition(this);
        for (TableIndex index : since.reversed()) {
            boolean takenAsItIs = name != null && !index.valid();
            if (wanted.test(index) && (takenAsItIs || definition.isThatOf(session, index))) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /// The indexes that can have come of it.
    private List<TableIndex> since(Session session, int stood) throws SQLException {
        if (name != null) {
            return stood == 0 ? TableIndex.named(session, table, name) : List.of();
        }
        List<TableIndex> all = TableIndex.of(session, table);
        int more = Math.min(all.size(), Math.floorMod(all.size() - stood, MARKS));
        return all.subList(all.size() - more, all.size());
    }

    @Override
    public boolean waits() {
        return true;
    }
}
