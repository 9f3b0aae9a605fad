package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the commands make of a script that stands for others: `baseline-script`.
final class BaselineCommandsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void copied() {
        BaselineProject.in(project);
    }

    @Test
    void historyAndCurrentTellWhatItStandsFor() {
        assertThat(table())
                .containsExactly(
                        "1 fruit passed over",
                        "2 name passed over",
                        "B2 fruit as of 2 (stands for 1, 2) pending",
                        "3 index pending");
        project.run("upgrade");
        assertThat(table())
                .containsExactly(
                        "1 fruit baseline",
                        "2 name baseline",
                        "B2 fruit as of 2 (stands for 1, 2) baseline",
                        "3 index applied");
        assertThat(project.run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 3 (head)
              the baseline 2 stands for all revisions up to it
            """);
        assertThat(project.run("current", "--format", "json").out()).contains("\"baseline\": \"2\"");
        assertThat(project.run("history", "--format", "json").out()).containsIgnoringWhitespaces("""
            "standsFor": ["1", "2"]\
            """);
        assertThat(project.run("check").text()).startsWith("exit 0\n");
        project.without("V1__fruit.sql").without("V2__name.sql");
        assertThat(table()).containsExactly("2 fruit as of 2 (stands for 2) baseline", "3 index applied");
    }

    @Test
    void whereVersionsWereAppliedHistoryPassesItOver() {
        project.run("upgrade", "1");
        project.run("upgrade");
        assertThat(table())
                .containsExactly(
                        "1 fruit applied",
                        "2 name applied",
                        "B2 fruit as of 2 (stands for 1, 2) passed over",
                        "3 index applied");
    }

    @Test
    void belowItNothingIsTakenBack() {
        project.with("U1__fruit.sql", "drop table fruit;")
                .with("U2__name.sql", "alter table fruit drop name;")
                .with("U3__index.sql", "drop index fruit_name;");
        project.run("upgrade");
        assertThat(project.run("downgrade", "1", "--yes").text()).isEqualTo("""
            exit 3
            --- stderr
            error: 2 cannot be taken back
              V2__name.sql is part of the baseline, and was not applied by a script
              state: nothing was changed
              help:  choose a target from 2 upwards; to go below a baseline, restore a backup, or begin anew with an \
            empty database
            """);
        assertThat(project.run("downgrade", "2", "--yes").text()).startsWith("exit 0\n");
        assertThat(project.run("upgrade").text()).contains("applied 3  index");
        BaselineProject.flyway(project).validate();
    }

    @Test
    void aNewRevisionComesAfterIt() {
        project.with("B7__as_of_7.sql", "create table fruit (id int primary key, name text);");
        assertThat(project.offline("revision", "-m", "more", "--version-id", "6")
                        .text())
                .contains("B7__as_of_7.sql stands for all versions up to 7");
        assertThat(project.offline("revision", "-m", "more").text()).contains("V8__more.sql");
    }

    @Test
    void aProofShowsThatItLeavesTheSchemaOfItsVersion() {
        assertThat(Proved.on(project.folder()).text()).contains("4 scripts proved now");
        assertThat(Proved.on(project.folder(), "--check").text())
                .contains("0 scripts proved now")
                .doesNotContain("B2__");
        assertThat(project.run("upgrade").text()).startsWith("exit 0\n").doesNotContain("nothing was compared");
        assertThat(project.run("drift").text()).startsWith("exit 0\n");
        project.with(BaselineProject.B2, "create table fruit (id int primary key, name text, weight int);");
        assertThat(project.run("upgrade").text()).contains("nothing to do");
        assertThat(Run.on(PostgresServer.shared().createDatabase(), project.folder(), "upgrade")
                        .text())
                .contains("B2__fruit_as_of_2.sql was changed since it was proved");
        assertThat(Proved.on(project.folder()).text())
                .startsWith("exit 1\n")
                .contains("column public.fruit.weight is there after the baseline script, and was not at revision 2");
    }

    @Test
    void whereItsScriptsAreGoneTheProofsBeginWithIt() {
        project.without("V1__fruit.sql").without("V2__name.sql");
        assertThat(Proved.on(project.folder()).text()).contains("2 scripts proved now");
        assertThat(project.run("upgrade").text())
                .contains("applied B2  fruit as of 2")
                .doesNotContain("nothing was compared");
        assertThat(project.run("drift").text()).startsWith("exit 0\n");
        TestDatabase other = PostgresServer.shared().createDatabase();
        other.execute("create table fruit (id int primary key, name text)");
        assertThat(Run.on(other, project.folder(), "adopt").text()).startsWith("exit 0\n");
        assertThat(Run.on(other, project.folder(), "upgrade").text()).contains("applied 3  index");
    }

    @Test
    void branchesThatItWouldStandForInPartAreRefused() {
        project.with("V4__left.sql", "-- revises: 2\nselect 1;")
                .with("B4__as_of_4.sql", "create table fruit (id int primary key, name text);");
        assertThat(project.run("upgrade").text())
                .startsWith("exit 3\n")
                .contains("B4__as_of_4.sql: it stands for 3, 4, which are ends of different branches");
    }

    @Test
    void theScriptForPsqlBeginsWithIt() {
        project.without("V1__fruit.sql");
        assertThat(project.run("upgrade", "--sql").out())
                .contains("-- B2__fruit_as_of_2.sql", "'SQL_BASELINE'", "-- V3__index.sql")
                .doesNotContain("V2__name.sql");
    }

    private List<String> table() {
        return project.run("history")
                .out()
                .lines()
                .filter(line -> line.matches("B?\\d.*"))
                .map(line -> line.replaceAll(" {2,}", " ").replaceAll(" MOMENT.*", ""))
                .toList();
    }
}
