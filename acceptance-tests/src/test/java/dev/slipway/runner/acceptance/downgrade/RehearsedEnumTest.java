package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Enum values that one script adds and the next one uses, which a rehearsal in one transaction cannot try.
final class RehearsedEnumTest {
    private static final String USED = "update parents set mood = 'glad';";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__tables.sql", """
                    create type mood_of_somebody_who_has_a_name_that_takes_long_to_write as enum ('fine', 'sad');
                    create domain mood as mood_of_somebody_who_has_a_name_that_takes_long_to_write;
                    create table parents (id int primary key, mood mood);
                    insert into parents values (1, 'fine');
                    """)
                .with("V2__second.sql", "create table second (id int);")
                .with("U2__second.sql", USED)
                .with("V3__third.sql", "create table third (id int);");
        assertThat(project.run("upgrade").exitCode()).isZero();
    }

    private static String added(String value) {
        return "alter type public.mood_of_somebody_who_has_a_name_that_takes_long_to_write add value '%s';"
                .formatted(value);
    }

    @Test
    void ofAnEarlierScriptAreNamedAsNotTried() {
        project.with("U3__third.sql", added("glad") + "\ndrop table third;");
        assertThat(project.run("downgrade", "1", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.third with 0 rows
            losing whatever U2__second.sql removes: it was not tried, since it needs an enum value that is committed
            took back U3  third  TIME
            took back U2  second  TIME
            took back 2 revisions in TIME: app on localhost:PORT is at 1
            """);
        assertThat(project.query("select mood from parents")).containsExactly("glad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"do $$ begin %s end $$;", "-- transaction: off\n%s", "select; %s"})
    void ofAnEarlierScriptAreKnownHoweverItAddsThem(String form) {
        project.with("U3__third.sql", form.formatted(added("glad")));
        succeeds();
    }

    @Test
    void ofAnEarlierScriptCanBeUsedByOneThatAddsMore() {
        project.with("U3__third.sql", added("glad")).with("U2__second.sql", added("calm") + USED);
        succeeds();
    }

    private void succeeds() {
        Run run = project.run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select mood from parents")).containsExactly("glad");
    }

    @Test
    void ofTheScriptItselfAreRefused() {
        project.with("U3__third.sql", added("calm")).with("U2__second.sql", added("glad") + USED);
        Run run = project.run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("unsafe use of new value \"glad\" of enum type ", "took nothing back");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }
}
