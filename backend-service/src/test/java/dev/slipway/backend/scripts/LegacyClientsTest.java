package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.ReferenceScripts;
import dev.slipway.model.SchemaRevision;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Clients of the old columns, as psycopg2 speaks to the server, at work beside clients of the new ones.
///
/// psycopg2 sends each statement with its values written into it (the simple protocol), and everything up to a commit
/// is one transaction.
final class LegacyClientsTest {
    private static final int USERS = 5;
    private static final int CLIENTS = 3;
    private static final int TRANSACTIONS = 150;

    private static final List<String> ROLES = List.of("admin", "member", "viewer");
    private static final String DIVERGING = """
            select count(*) from users
            where password_hash is distinct from hashed_password or is_admin is distinct from (role = 'admin')
            """;

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final AtomicInteger modernAtWork = new AtomicInteger();

    @Test
    void neverDisagreeWithModernOnes() throws Exception {
        ReferenceScripts.up(database, 1, Integer.parseInt(SchemaRevision.REQUIRED));
        database.execute("""
                insert into users (username, email, password_hash)
                select 'u' || i, 'u' || i, 'h' from generate_series(1, %d) i
                """.formatted(USERS));
        run(IntStream.range(0, CLIENTS)
                .boxed()
                .<Callable<Integer>>mapMulti((client, clients) -> {
                    clients.accept(() -> legacy(new Random(client), client));
                    modernAtWork.incrementAndGet();
                    clients.accept(() -> modern(new Random(CLIENTS + client), client));
                })
                .toList());

        assertThat(database.query(DIVERGING)).containsExactly("0");
        assertThat(database.query("select count(*) filter (where username like 'legacy%'), "
                        + "count(*) filter (where username like 'modern%') from users"))
                .singleElement()
                .asString()
                .matches("[1-9]\\d*\\|[1-9]\\d*");
    }

    @Test
    void neverDisagreeWhenTheyBeganBeforeTheModernColumns() throws Exception {
        ReferenceScripts.up(database, 1, 2);
        database.execute("""
                insert into users (username, email, password_hash)
                select 'u' || i, 'u' || i, 'h' from generate_series(1, %d) i
                """.formatted(USERS));
        modernAtWork.set(1);
        run(List.of(() -> legacy(new Random(1), 1), () -> legacy(new Random(2), 2), this::migrateThenWrite));

        assertThat(database.query(DIVERGING)).containsExactly("0");
    }

    private int migrateThenWrite() throws SQLException {
        try {
            awaitLegacyRows(20);
            ReferenceScripts.up(database, 3, Integer.parseInt(SchemaRevision.REQUIRED));
        } catch (RuntimeException e) {
            modernAtWork.decrementAndGet();
            throw e;
        }
        return modern(new Random(3), 3);
    }

    private static void run(List<Callable<Integer>> clients) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Integer>> running = new ArrayList<>();
            clients.forEach(client -> running.add(executor.submit(client)));
            for (Future<Integer> client : running) {
                assertThat(client.get()).isGreaterThanOrEqualTo(TRANSACTIONS);
            }
        }
    }

    /// What an old service did, for at least as long as a new one is at work: sign up, change a password, hand out and
    /// take back administration, read and write.
    private int legacy(Random random, int client) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl() + "?preferQueryMode=simple", database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int i = 0;
            for (; i < TRANSACTIONS || modernAtWork.get() > 0; i++) {
                write(statement, random, "legacy%d_%d".formatted(client, i));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
            return i;
        }
    }

    private static void write(Statement statement, Random random, String newcomer) throws SQLException {
        String user = anyone(random);
        switch (random.nextInt(5)) {
            case 0 -> statement.execute("""
                        insert into users (username, email, password_hash, is_admin) values ('%1$s', '%1$s', 'l', %2$s)
                        """.formatted(newcomer, random.nextBoolean()));
            case 1 ->
                statement.execute(
                        "update users set password_hash = '%s' where username = '%s'".formatted(newcomer, user));
            case 2 ->
                statement.execute("update users set is_admin = not is_admin where username = '%s'".formatted(user));
            case 3 -> writeBack(statement, user);
            default -> {
                statement.execute("update users set password_hash = null where username = '%s'".formatted(user));
                statement.execute(
                        "update users set is_admin = true, password_hash = 'l' where username = '%s'".formatted(user));
            }
        }
    }

    private static String anyone(Random random) {
        return "u" + (1 + random.nextInt(USERS));
    }

    /// Writes what was read a moment before, all columns the old service knew.
    private static void writeBack(Statement statement, String user) throws SQLException {
        String password;
        boolean admin;
        try (ResultSet row = statement.executeQuery(
                "select password_hash, is_admin from users where username = '%s'".formatted(user))) {
            row.next();
            password = row.getString(1);
            admin = row.getBoolean(2);
        }
        statement.execute("update users set password_hash = %s, is_admin = %s where username = '%s'"
                .formatted(password == null ? "null" : "'" + password + "'", admin, user));
    }

    /// What the new service does, with values apart from the statements, each of which is a transaction.
    private int modern(Random random, int client) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into users (hashed_password, role, username, email) values (?, ?, ?, ?)");
                PreparedStatement update = connection.prepareStatement(
                        "update users set hashed_password = ?, role = ? where username = ?")) {
            for (int i = 0; i < TRANSACTIONS; i++) {
                boolean newcomer = random.nextInt(4) == 0;
                PreparedStatement statement = newcomer ? insert : update;
                statement.setString(1, random.nextInt(5) == 0 ? null : "m" + i);
                statement.setString(2, ROLES.get(random.nextInt(ROLES.size())));
                statement.setString(3, newcomer ? "modern%d_%d".formatted(client, i) : anyone(random));
                if (newcomer) {
                    statement.setString(4, "modern%d_%d".formatted(client, i));
                }
                statement.executeUpdate();
            }
            return TRANSACTIONS;
        } finally {
            modernAtWork.decrementAndGet();
        }
    }

    private void awaitLegacyRows(int rows) {
        while (database.query("select from users where username like 'legacy%'").size() < rows) {
            Thread.onSpinWait();
        }
    }
}
