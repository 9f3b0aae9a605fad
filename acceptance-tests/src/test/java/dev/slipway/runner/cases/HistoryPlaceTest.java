package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// There is one history, whatever becomes of the search path: `schema-named-like-the-user`, `schema-made-by-script`.
final class HistoryPlaceTest {
    private static final String HISTORY = "flyway_schema_history";

    @RegisterExtension
    private final Project project = new Project();

    @ParameterizedTest
    @ValueSource(strings = {"short", "long"})
    void aSchemaNamedLikeTheUserHidesNoHistory(String given) {
        Case.copied("schema-named-like-the-user/" + given, project.folder());
        assertThat(upgrade().exitCode()).isZero();
        assertThat(upgrade().text()).startsWith("exit 0\n").contains("nothing to do");
        for (String command : List.of("current", "history", "check")) {
            assertThat(run("", command).exitCode()).as(command).isZero();
        }
        assertThat(schemasOf(HISTORY, "accounts", "ledger")).containsOnly("public");
    }

    @Test
    void whatComesAfterThatSchemaIsCreatedBesideTheHistory() {
        Case.copied("schema-named-like-the-user/long", project.folder());
        assertThat(upgrade("2").exitCode()).isZero();
        assertThat(run("", "plan").text()).startsWith("exit 0\n").contains("V3__ledger.sql");
        assertThat(upgrade().text())
                .startsWith("exit 0\n")
                .contains("the history is \"public\".\"flyway_schema_history\", although the current schema is")
                .contains("applied 3  ledger");
        assertThat(schemasOf(HISTORY, "accounts", "ledger")).containsOnly("public");
    }

    @Test
    void theHistoryThatFlywayLeftIsFoundAsWell() {
        Case.copied("schema-named-like-the-user/long", project.folder());
        flyway(null).migrate();
        assertThat(upgrade().text()).startsWith("exit 0\n").contains("nothing to do");
        assertThat(schemasOf(HISTORY, "accounts", "ledger")).containsOnly("public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"upgrade", "current", "history", "check", "plan", "drift", "downgrade base --yes", "stamp 1"})
    void aHistoryOffTheSearchPathIsNeverFollowedByASecond(String command) {
        accounts();
        assertThat(upgrade().exitCode()).isZero();
        project.execute("create schema elsewhere");
        Run run = run("elsewhere", command.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("the history of these scripts is \"public\".\"flyway_schema_history\"")
                .contains("currentSchema=public")
                .contains("--default-schema elsewhere");
        assertThat(schemasOf(HISTORY, "accounts")).containsOnly("public");
    }

    @Test
    void theSearchPathOfADatabaseMayChange() {
        accounts();
        assertThat(upgrade().exitCode()).isZero();
        project.execute("create schema app");
        project.execute("alter database \"%s\" set search_path = app"
                .formatted(project.database().name()));
        assertThat(upgrade().exitCode()).isEqualTo(3);
        assertThat(run("public", "upgrade").text()).startsWith("exit 0\n").contains("nothing to do");
        assertThat(upgrade("--default-schema", "public").text())
                .startsWith("exit 0\n")
                .contains("nothing to do");
    }

    @Test
    void aSecondHistoryThatIsMeantIsSaidOnce() {
        accounts();
        assertThat(run("one", "upgrade").exitCode()).isZero();
        assertThat(run("two", "upgrade").exitCode()).isEqualTo(3);
        assertThat(run("two", "upgrade", "--default-schema", "two").exitCode()).isZero();
        assertThat(run("two", "upgrade").text()).startsWith("exit 0\n").contains("nothing to do");
        assertThat(run("three", "upgrade").exitCode()).isZero();
        assertThat(schemasOf(HISTORY)).containsExactly("one", "three", "two");
        assertThat(schemasOf("accounts")).containsExactly("one", "three", "two");
    }

    @Test
    void theHistoryOfAnotherProjectDoesNotDisturb() {
        project.with("V1__accounts.sql", "create table others (id int);");
        assertThat(upgrade().exitCode()).isZero();
        accounts();
        assertThat(run("shop", "upgrade").exitCode()).isZero();
        assertThat(run("shop,public", "upgrade").text()).contains("nothing to do");
        assertThat(schemasOf(HISTORY)).containsExactly("public", "shop");
        assertThat(schemasOf("accounts")).containsExactly("shop");
    }

    @ParameterizedTest
    @CsvSource({"migrations, shop", "noscript, shop", "noscript, 'shop,public'", "noscript, '%22Odd%20%22%22Shop%22'"})
    void aSchemaThatIsMissingIsMadeBeforeTheHistory(String given, String schema) {
        Case.copied("schema-made-by-script/" + given, project.folder());
        String name = schema.startsWith("%22") ? "Odd \"Shop" : "shop";
        for (String command : List.of("current", "history", "plan")) {
            assertThat(run(schema, command).exitCode()).as(command).isZero();
        }
        assertThat(run(schema, "check").exitCode()).isOne();
        assertThat(project.query("select nspname from pg_namespace where nspname ilike '%shop'"))
                .isEmpty();
        assertThat(run(schema, "upgrade").exitCode()).isZero();
        assertThat(run(schema, "upgrade").text()).startsWith("exit 0\n").contains("nothing to do");
        assertThat(schemasOf(HISTORY, "basket")).containsOnly(name);
        flyway(name).validate();
        assertThat(flyway(name).migrate().migrationsExecuted).isZero();
    }

    @Test
    void aDowngradeLeavesTheSchemaAndTheRowThatNotesIt() {
        project.with("V1__basket.sql", "create table basket (id int);").with("U1__basket.sql", "drop table basket;");
        assertThat(run("shop", "upgrade").exitCode()).isZero();
        assertThat(run("shop", "downgrade", "base", "--yes").exitCode()).isZero();
        assertThat(project.query("select installed_rank, type from shop.flyway_schema_history order by 1"))
                .containsExactly("0|SCHEMA", "1|SQL", "2|DELETE");
        assertThat(run("shop", "upgrade").exitCode()).isZero();
        assertThat(schemasOf("basket")).containsExactly("shop");
    }

    @Test
    void theHistoryIsThatOfFlyway() {
        TestDatabase stock = PostgresServer.shared().createDatabase();
        Case.copied("schema-made-by-script/noscript", project.folder());
        assertThat(run("shop", "upgrade").exitCode()).isZero();
        Flyway.configure()
                .dataSource(stock.jdbcUrl(), stock.owner(), stock.password())
                .defaultSchema("shop")
                .locations("filesystem:" + project.folder())
                .load()
                .migrate();
        String rows = "select row(installed_rank, version, description, type, script, checksum, success)::text"
                + " from shop.flyway_schema_history order by installed_rank";
        assertThat(project.query(rows)).isEqualTo(stock.query(rows));
    }

    private void accounts() {
        project.with("V1__accounts.sql", "create table accounts (id int primary key);");
    }

    private Run upgrade(String... more) {
        List<String> all = new ArrayList<>(List.of("upgrade"));
        all.addAll(List.of(more));
        return run("", all.toArray(String[]::new));
    }

    private Run run(String schema, String... arguments) {
        String url = project.database().url() + (schema.isEmpty() ? "" : "?currentSchema=" + schema);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--locations", project.folder().toString()));
        return Run.with(Map.of("DATABASE_URL", url), all.toArray(String[]::new));
    }

    private Flyway flyway(@Nullable String schema) {
        return Flyway.configure()
                .dataSource(
                        project.database().jdbcUrl(),
                        project.database().owner(),
                        project.database().password())
                .defaultSchema(schema)
                .locations("filesystem:" + project.folder())
                .load();
    }

    private List<String> schemasOf(String... tables) {
        return project.query("select distinct schemaname from pg_tables where tablename in ('%s') order by 1"
                .formatted(String.join("', '", tables)));
    }
}
