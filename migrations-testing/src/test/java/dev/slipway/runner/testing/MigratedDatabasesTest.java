package dev.slipway.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigratedDatabasesTest {
    private final TestDatabase home = TestPostgres.home();
    private final List<MigratedDatabases> opened = new ArrayList<>();
    private Path folder = Path.of(".");

    @BeforeEach
    void twoScripts(@TempDir Path temp) throws IOException {
        folder = temp;
        script("V1__users.sql", "create table users (id int)");
        script("V2__email.sql", "alter table users add email text");
        script("R__names.sql", "create or replace view names as select email from users");
    }

    @AfterEach
    void nothingIsLeft() {
        opened.forEach(MigratedDatabases::close);
        assertThat(names("slipway_copy_%")).isEmpty();
        for (String template : names("slipway_template_%")) {
            home.execute("drop database " + template);
        }
    }

    @Test
    void everyDatabaseIsOnesOwn() throws SQLException {
        MigratedDatabases databases = process();
        MigratedDatabase first = databases.at("head");
        MigratedDatabase second = databases.at("head");
        ask(first, "insert into users values (1, 'a@b.c') returning 1");
        assertThat(ask(first, "select count(*) from names")).isEqualTo("1");
        assertThat(ask(second, "select count(*) from names")).isEqualTo("0");
        assertThat(ask(
                        second,
                        "select string_agg(description, ', ' order by installed_rank) from flyway_schema_history"))
                .isEqualTo("users, email, names");
    }

    @Test
    void isAtTheRevisionThatIsAskedForAndGoesOnFromThere() throws SQLException {
        MigratedDatabase database = process().at("1");
        assertThat(ask(database, "select count(*) from flyway_schema_history")).isEqualTo("1");
        database.upgrade("head");
        assertThat(ask(database, "select count(*) from flyway_schema_history")).isEqualTo("3");
        assertThat(ask(process().at("head-1"), "select count(*) from flyway_schema_history"))
                .isEqualTo("1");
        assertThat(names("slipway_template_%")).hasSize(1);
        assertThat(ask(process().at("base"), "select count(*) from flyway_schema_history"))
                .isEqualTo("0");
    }

    @Test
    void isDroppedWhileSomebodyIsConnected() throws SQLException {
        MigratedDatabase database = process().at("head");
        try (Connection forgotten = connect(database)) {
            database.close();
            assertThat(names("slipway_copy_%")).isEmpty();
            assertThat(forgotten.isValid(1)).isFalse();
        }
        database.close();
    }

    @Test
    void theNextRunFindsTheTemplate() throws SQLException {
        process().at("head").close();
        List<String> before = templates();
        assertThat(before).hasSize(1);
        MigratedDatabases next = process();
        next.at("head").close();
        next.at("head").close();
        assertThat(templates()).isEqualTo(before);
    }

    @Test
    void aChangedScriptMakesAnotherTemplate() throws IOException {
        process().at("1").close();
        process().at("head").close();
        List<String> before = templates();
        script("V2__email.sql", "alter table users add mail text");
        script("R__names.sql", "create or replace view names as select mail from users");
        MigratedDatabases next = process();
        next.at("1").close();
        assertThat(templates()).isEqualTo(before);
        next.at("head").close();
        assertThat(templates()).hasSize(3).containsAll(before);
    }

    @Test
    void aPlaceholderMakesAnotherTemplate() throws IOException, SQLException {
        script("V1__users.sql", "create table ${table} (id int)");
        MigratedDatabases databases = process();
        assertThat(ask(databases.placeholder("table", "people").at("1"), "select count(*) from people"))
                .isEqualTo("0");
        assertThat(ask(databases.placeholder("table", "users").at("1"), "select count(*) from users"))
                .isEqualTo("0");
    }

    @Test
    void databasesOfAProcessThatDiedAreDroppedByTheNext() {
        MigratedDatabase alive = process().at("1");
        MigratedDatabases died = MigratedDatabases.on(home.url()).from("filesystem:" + folder);
        died.at("1");
        died.at("1");
        assertThat(names("slipway_copy_%")).hasSize(3);
        home.server().execute("""
                        select pg_terminate_backend(l.pid) from pg_locks l
                        where l.locktype = 'advisory' and l.classid = 1936484720
                          and l.database = (select oid from pg_database where datname = '%s')
                          and to_hex(l.objid::bigint) <> ltrim(split_part('%s', '_', 4), '0')
                        """.formatted(home.name(), alive.name()));
        process().at("1").close();
        assertThat(names("slipway_copy_%")).containsExactly(alive.name());
    }

    @Test
    void aTemplateThatWasNotFinishedIsMadeAnew() throws SQLException {
        process().at("head").close();
        String template = names("slipway_template_%").getFirst();
        home.execute("drop database " + template);
        home.execute("create database " + template);
        assertThat(ask(process().at("head"), "select count(*) from names")).isEqualTo("0");
    }

    @Test
    void aTemplateThatNobodyUsedForADayIsDropped() {
        process().at("1").close();
        String old = names("slipway_template_%").getFirst();
        process().at("head").close();
        assertThat(names("slipway_template_%")).hasSize(2);
        home.execute("comment on database %s is 'last used 2026-01-01 10:00:00+00'".formatted(old));
        process().at("head").close();
        assertThat(names("slipway_template_%")).hasSize(1).doesNotContain(old);
    }

    @Test
    void processesDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService processes = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                MigratedDatabases process = process();
                answers.add(processes.submit(() -> {
                    try (MigratedDatabase database = process.at("head")) {
                        return ask(database, "select count(*) from flyway_schema_history");
                    }
                }));
            }
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("3");
        }
        assertThat(templates()).hasSize(1);
    }

    @Test
    void aScriptNeedsNoProof() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"format": 1, "revisions": {}, "repeatables": {}}
                """);
        process().at("head").close();
    }

    @Test
    void saysWhyTheScriptsDoNotRun() throws IOException {
        script("V3__broken.sql", "alter table userz add phone text");
        assertThatThrownBy(() -> process().at("head"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the scripts did not run\nerror: ")
                .hasMessageContaining("V3__broken.sql")
                .hasMessageContaining("relation \"userz\" does not exist");
        script("V3__broken.sql", "alter table users add phone text");
        process().at("head").close();
    }

    /// What another process would have.
    private MigratedDatabases process() {
        MigratedDatabases process = MigratedDatabases.on(home.url()).from("filesystem:" + folder);
        opened.add(process);
        return process;
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql + ";\n");
    }

    /// Those of this test.
    private List<String> names(String pattern) {
        return home.query("""
                select datname from pg_database
                where datname like '%s' and pg_get_userbyid(datdba) = current_user order by 1
                """.formatted(pattern));
    }

    /// With their ids, which a template that is made anew does not keep.
    private List<String> templates() {
        return home.query("""
                select datname, oid from pg_database
                where datname like 'slipway_template_%' and pg_get_userbyid(datdba) = current_user order by oid
                """);
    }

    private static Connection connect(MigratedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static String ask(MigratedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
