package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What PostgreSQL refuses of a statement only because it says CONCURRENTLY, found by a rehearsal that runs it without.
final class RehearsedConcurrentlyTest {
    private static final String STATE = "(?s)  state: .*";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__tables.sql", """
                    create table users (id int primary key);
                    create table parts (day int) partition by list (day);
                    create table part_1 partition of parts for values in (1);
                    create table part_rest partition of parts default;
                    create index parts_day on parts (day);
                    create table bookings (at int4range, constraint no_overlap exclude using gist (at with &&));
                    create materialized view bare as select 1 as n;
                    create materialized view empty as select 1 as n with no data;
                    """)
                .with("V2__second.sql", "create table second (id int);")
                .with("V3__third.sql", "create table third (id int);")
                .with("U3__third.sql", "drop table third;");
        assertThat(project.run("upgrade").exitCode()).isZero();
        // others are told first that the catalog is not theirs
        PostgresServer.shared()
                .execute("alter role %s superuser".formatted(project.database().owner()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently on parts (day)",
                "create index concurrently on only parts (day)",
                "drop index concurrently parts_day",
                "drop index concurrently parts_day cascade",
                "drop index concurrently if exists nothing, users_pkey",
                "drop index concurrently users_pkey",
                "alter table parts detach partition part_2 concurrently",
                "reindex index concurrently no_overlap",
                "reindex (concurrently) index no_overlap",
                "reindex table concurrently pg_class",
                "reindex (verbose, concurrently) index pg_class_oid_index",
                "reindex system concurrently anything",
                "refresh materialized view concurrently bare",
                "refresh materialized view concurrently empty",
            })
    void isFoundBeforeTheFirstScriptInTheWordsOfPostgres(String statement) {
        project.with("U2__second.sql", "-- transaction: off\n%s;".formatted(statement));
        Run rehearsed = project.run("downgrade", "1", "--yes");
        assertThat(rehearsed.text())
                .startsWith("exit 6\n--- stderr\nerror: script \"U2__second.sql\" failed at line 2, ");
        assertThat(rehearsed.err()).endsWith("""
              state: this run took nothing back; U2 was rolled back
              help:  correct the script and run `downgrade` again
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
        Run real = project.run("downgrade", "1", "--yes", "--no-rehearsal");
        assertThat(real.err()).contains("  state: U3 stayed taken back; ");
        assertThat(rehearsed.err().replaceFirst(STATE, "")).isEqualTo(real.err().replaceFirst(STATE, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently \"a,b\" on users (id); drop index concurrently \"a,b\"",
                "create index concurrently \"cascade\" on users (id); drop index concurrently \"cascade\"",
                "create index concurrently on part_1 (day)",
                "alter table parts detach partition part_1; alter table parts detach partition part_rest; create table part_2 partition of parts for values in (2); alter table parts detach partition part_2 concurrently",
                "reindex index concurrently users_pkey; reindex table concurrently bookings",
            })
    void whatPostgresRunsIsNotRefused(String statements) {
        project.with("U2__second.sql", "-- transaction: off\n%s;".formatted(statements));
        Run run = project.run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).as(run.text()).isZero();
    }
}
