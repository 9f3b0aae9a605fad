package dev.slipway.runner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server says what a statement does: held to one half of the rows and then to the other, it does the same as
/// whole.
final class DataChangeTest {
    private static final List<String> AWKWARD = List.of(
            "update t set a = 0",
            "update t set a = 0 where b = 'x' or b = 'y'",
            "update t set a = 0 where b = 'x' -- or b = 'y'\n;",
            "update t set a = 0 -- where b = 'x'\nwhere/**/b = 'x' /* or\n/* b */ = 'y' */",
            "UPDATE ONLY t SET a = 0 WHERE b = 'x'",
            "update t * set a = 0 where b = 'x'",
            "update public.t as \"My Where\" set a = 0 where \"My Where\".b = 'x'",
            "update t as set set a = 0 where set.b = 'x'",
            "update t x set (a, b) = (select 1, 'x' where true), \"where\" = 2 where x.b = 'y'",
            "update t set b = 'where (' where b = $$where ')$$ or b = E'x\\'' or b = 'y'",
            "update t set a = (select max(o.a) + 7 from o where o.id = t.id) where b = 'x' or exists (select from o"
                    + " where id = 3)",
            "update t set a = o.a from o where o.id = t.id or b = 'x' and o.id = 1",
            "update t set a = o.a from o join p using (id) where o.id = t.id",
            "update t set a = o.a from o cross join p -- of all\nwhere o.id = t.id and p.id = o.id",
            "update t set a = extract(year from date '2020-01-01'), b = trim(both 'x' from b) where b = 'x'",
            "update t set a = (a is distinct from 1)::int where b is not distinct from 'x'",
            "update t set a = case when b = 'x' or b = 'y' then 1 else 2 end where \"where\" = 1 or \"where\" = 2",
            "update t set l[1] = 9, a = (array[1, 2])[1], b = concat(b, 'from', (select 'x')) where l[1] = 1",
            "update t set \"where\" = t.\"where\" + 1, (a, b) = row (2, 'z') where t.\"where\" between 1 and 2",
            "update t set a = default where b in (select 'x' from o where a = 1 order by id limit 1)",
            "delete from t",
            "delete from only t where b = 'x' or b = 'y'",
            "delete from t as using_t using o join p using (id) where using_t.id = o.id",
            "delete from t using o",
            "delete from t where not exists (select from o where o.id = t.id and (o.a = 1 or o.a = 2))");

    @AutoClose
    private final Connection connection = connected(PostgresServer.shared().createDatabase());

    @BeforeEach
    void tables() throws SQLException {
        execute("""
            create table t (id int primary key, a int default 7, b text, "where" int, l int[]);
            create table o (id int primary key, a int);
            create table p (id int primary key);
            insert into t select n, n % 5, (array['x', 'y', 'z'])[1 + n % 3], n % 4, array[n % 2, n] from generate_series(1, 20) n;
            insert into o select n, n % 3 + 1 from generate_series(1, 20, 2) n;
            insert into p select n from generate_series(1, 20, 3) n;
            """);
        connection.setAutoCommit(false);
    }

    @Test
    void doesToEachPartOfTheRowsWhatTheWholeDoes() throws SQLException {
        for (String sql : AWKWARD) {
            DataChange change = read(sql);
            String key = change.column("id");
            List<String> whole = after(sql);
            assertThat(after(change.within(key + " <= 10"), change.within(key + " > 10")))
                    .as(sql)
                    .isEqualTo(whole);
            assertThat(after(change.within("(%1$s) > (5) and (%1$s) <= (10)".formatted(key))))
                    .as(sql)
                    .isNotEqualTo(whole);
        }
    }

    @Test
    void tellsWhetherItWouldTouchARow() throws SQLException {
        for (String sql : AWKWARD) {
            DataChange change = read(sql);
            assertThat(change.touches("").isPresent()).as(sql).isEqualTo(change.hasCondition());
            if (change.hasCondition()) {
                assertThat(rows(change.touches("").get())).as(sql).containsExactly("(t)");
                assertThat(rows(change.touches(change.column("id") + " > 20").get()))
                        .as(sql)
                        .containsExactly("(f)");
            }
        }
    }

    @Test
    void knowsWhichColumnsAreWritten() {
        assertThat(read("update t set A = 1, \"B\"\"c\" = f(x, (1, 2)), l[1] = 2, e.f = array[1, 2], (g, h) = (i, j)")
                        .assigned())
                .isEqualTo(Set.of("a", "B\"c", "l", "e", "g", "h"));
        assertThat(read("delete from t where a = 1").assigned()).isEmpty();
    }

    @Test
    void refusesWhatItCannotTakeApart() {
        String refused = Stream.of(
                        "with x as (select 1) update t set a = 1",
                        "merge into t using o on t.id = o.id when matched then delete",
                        "insert into t values (1)",
                        "update only (t) set a = 1",
                        "update t values (1)",
                        "update t set a = 1, U&\"\\0069d\" = 1",
                        "update t set",
                        "update t set a = 1 where current of c",
                        "update t set a = 1 returning id",
                        "delete from t using o where t.id = o.id returning *")
                .map(sql -> sql + ": " + refusal(sql) + "\n")
                .collect(Collectors.joining());
        assertThat(refused).isEqualTo("""
            with x as (select 1) update t set a = 1: a script that runs in batches is one UPDATE or DELETE at 0
            merge into t using o on t.id = o.id when matched then delete: a script that runs in batches is one UPDATE or DELETE at 0
            insert into t values (1): a script that runs in batches is one UPDATE or DELETE at 0
            update only (t) set a = 1: here the name of a table is expected at 12
            update t values (1): here SET is expected at 16
            update t set a = 1, U&"\\0069d" = 1: here the name of a column is expected at 20
            update t set: here the name of a column is expected at 12
            update t set a = 1 where current of c: a script has no cursor that could be at a row at 25
            update t set a = 1 returning id: nobody reads what RETURNING gives at 19
            delete from t using o where t.id = o.id returning *: nobody reads what RETURNING gives at 40
            """);
    }

    private static String refusal(String sql) {
        return switch (DataChange.read(sql)) {
            case DataChange.Reading.Refused refused -> "%s at %d".formatted(refused.what(), refused.at());
            case DataChange.Reading.Read(DataChange change) -> change.toString();
        };
    }

    private static DataChange read(String sql) {
        return switch (DataChange.read(sql)) {
            case DataChange.Reading.Read(DataChange change) -> change;
            case DataChange.Reading.Refused refused -> throw new AssertionError(refused + " of " + sql);
        };
    }

    /// The rows after some statements, which are taken back.
    private List<String> after(String... statements) throws SQLException {
        for (String sql : statements) {
            execute(sql);
        }
        List<String> rows = rows("select * from t order by id");
        connection.rollback();
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select q::text from (%s) q".formatted(query))) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static Connection connected(TestDatabase database) {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
