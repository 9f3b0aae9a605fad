package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where all tables are published, none may be changed that has no key: `publication-for-all-tables`.
final class PublicationTest {
    private static final String EVERYTHING = "create publication everything for all tables";
    private static final String IN_SCHEMA = "create publication everything for tables in schema public";

    /// As managed platforms do it, and for the owner as well.
    private static final String ROW_SECURITY = """
        create function secure() returns event_trigger language plpgsql as $$
        declare
            made record;
        begin
            for made in select * from pg_event_trigger_ddl_commands() where command_tag = 'CREATE TABLE' loop
                execute format('alter table %s enable row level security, force row level security', made.object_identity);
            end loop;
        end $$;
        create event trigger secured on ddl_command_end when tag in ('CREATE TABLE') execute function secure();
        """;

    @RegisterExtension
    private final Project project = new Project();

    private void setUp(String sql) throws SQLException {
        try (Connection connection = project.database()
                        .server()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Run run(ScriptFolder scripts, String... arguments) {
        return Run.on(project.database(), scripts.path(), arguments);
    }

    private List<String> rows() {
        return project.query("select installed_rank, version, type, success from flyway_schema_history order by 1");
    }

    private List<String> withoutKey() {
        return project.query("""
            select relname from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'readings'
              and not exists (select from pg_index where indrelid = pg_class.oid and indisreplident or indrelid = pg_class.oid and indisprimary)
            """);
    }

    private boolean isIndexed() {
        return project.query("select indisvalid from pg_index where indexrelid = to_regclass('readings_sensor')")
                .equals(List.of("t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, IN_SCHEMA})
    void anUpdateOfATableWithoutAKeyFailsWithTheHintOfTheServer(String publication) throws SQLException {
        setUp(publication);
        ScriptFolder scripts = Case.copied("publication-for-all-tables/wrong", project.folder());
        Run run = run(scripts, "upgrade");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out()).contains("applied 1  readings");
        assertThat(run.err()).contains("55000", "set REPLICA IDENTITY using ALTER TABLE", "rolled back");
        assertThat(rows()).containsExactly("1|1|SQL|t");
        assertThat(project.query(
                        "select attname from pg_attribute where attrelid = 'readings'::regclass and attnum > 0"))
                .containsExactly("sensor", "value");
        assertThat(withoutKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, IN_SCHEMA})
    void scriptsThatSetTheIdentityAreAppliedAndTakenBack(String setup) throws SQLException {
        setUp(setup);
        followTheWay(Case.copied("publication-for-all-tables/right", project.folder()));
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, IN_SCHEMA})
    void theyAreWithAManifestAsWell(String publication) throws SQLException {
        ScriptFolder scripts = Case.copied("publication-for-all-tables/right", project.folder());
        Run proof = Proved.on(scripts.path());
        assertThat(proof.out()).contains("manifest.json is written");
        setUp(publication);
        followTheWay(scripts);
        assertThat(run(scripts, "drift").exitCode()).isZero();
    }

    private void followTheWay(ScriptFolder scripts) {
        Run upgrade = run(scripts, "upgrade");
        assertThat(upgrade.exitCode()).as(upgrade.text()).isZero();
        assertThat(rows()).containsExactly("1|1|SQL|t", "2|2|SQL|t", "3|3|SQL|t");
        assertThat(isIndexed()).isTrue();
        Run downgrade = run(scripts, "downgrade", "2", "--yes");
        assertThat(downgrade.exitCode()).as(downgrade.text()).isZero();
        assertThat(rows()).last().isEqualTo("4|3|DELETE|t");
        assertThat(isIndexed()).isFalse();
        project.execute("create index readings_sensor on readings (sensor)");
        Run stamp = run(scripts, "stamp", "3");
        assertThat(stamp.exitCode()).as(stamp.text()).isZero();
        assertThat(rows()).last().isEqualTo("5|3|SQL|t");
        assertThat(run(scripts, "current").out()).contains("is at 3 (head)");
        assertThat(withoutKey()).isEmpty();
    }

    /// Rows that the policies hide are none of the history, which would be begun anew each time.
    @Test
    void theOwnTablesAreSeenWhereRowSecurityIsForcedOnAll() throws SQLException {
        setUp(EVERYTHING + ";" + ROW_SECURITY);
        ScriptFolder scripts = Case.copied("publication-for-all-tables/right", project.folder())
                .with("V1__readings.sql", "create table readings (sensor text not null, value numeric not null);");
        followTheWay(scripts);
    }

    @Test
    void theScriptForPsqlMakesThemSo() throws SQLException {
        setUp(EVERYTHING + ";" + ROW_SECURITY);
        ScriptFolder scripts = Case.copied("publication-for-all-tables/right", project.folder())
                .with("V1__readings.sql", "create table readings (sensor text not null, value numeric not null);");
        Psql psql = Psql.run(project.database(), run(scripts, "plan", "2").out());
        assertThat(psql.exitCode()).as(psql.err()).isZero();
        assertThat(rows()).containsExactly("1|1|SQL|t", "2|2|SQL|t");
        followTheWay(scripts);
    }

    @Test
    void aScriptThatStoppedHalfwayIsResumed() throws SQLException {
        setUp(EVERYTHING);
        ScriptFolder scripts = Case.copied("publication-for-all-tables/right", project.folder())
                .with(
                        "V4__more.sql",
                        "-- transaction: off\ncreate table more (id int primary key);\nselect * from later;");
        assertThat(run(scripts, "upgrade").exitCode()).isEqualTo(6);
        assertThat(rows()).last().isEqualTo("4|4|SQL|f");
        project.execute("create table later (id int primary key)");
        Run again = run(scripts, "upgrade");
        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(rows()).last().isEqualTo("4|4|SQL|t");
    }
}
