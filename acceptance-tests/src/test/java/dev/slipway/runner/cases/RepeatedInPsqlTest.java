package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a script for `psql` does where a version drops or replaces what repeatable scripts made:
/// `view-of-a-repeatable-script-in-the-way`.
final class RepeatedInPsqlTest {
    private static final String CASE = "view-of-a-repeatable-script-in-the-way/deployed";

    @RegisterExtension
    private final Project project = new Project();

    private Psql psql(String... plan) {
        Run run = project.run(plan);
        assertThat(run.exitCode()).as(run.text()).isZero();
        return Psql.run(project.database(), run.out());
    }

    private List<String> history() {
        return project.query("select installed_rank, type, script, success from flyway_schema_history order by 1");
    }

    @Test
    void aScriptForPsqlBringsItBackAsWell() {
        Case.copied(CASE, project.folder());
        project.run("upgrade");
        project.with("V2__other.sql", "create table other (id int);")
                .with("V3__longer_names.sql", """
                    drop view if exists dataset_names;
                    alter table datasets alter column name type varchar(255);
                    """)
                .with("V4__more.sql", "create table more (id int);")
                .with("R__notes.sql", "comment on table more is 'dataset_names';");
        assertThat(project.run("plan").out()).contains("""
            --     4  more
            --     R  notes
            --     R  dataset names, if another script drops or replaces what it made
            """);
        assertThat(project.run("plan", "--format", "json").out())
                .contains("\"again\": [\n      \"R__dataset_names.sql\"\n    ]");
        Psql psql = psql("plan");
        assertThat(psql.err()).isEmpty();
        assertThat(psql.out()).isEqualTo("""
            applying 2  other
            applying 3  longer names
            3 dropped or replaced what repeatable scripts made, which have to run again: R__dataset_names.sql
            applying 4  more
            applying R  notes
            applying R  dataset names
            done: the database is at 4
            """);
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
        assertThat(history())
                .containsExactly(
                        "1|SQL|V1__datasets.sql|t",
                        "2|SQL|R__dataset_names.sql|t",
                        "3|SQL|V2__other.sql|t",
                        "4|SQL|V3__longer_names.sql|t",
                        "5|DELETE|R__dataset_names.sql|t",
                        "6|SQL|V4__more.sql|t",
                        "7|SQL|R__notes.sql|t",
                        "8|SQL|R__dataset_names.sql|t");
        assertThat(project.run("upgrade").out()).startsWith("nothing to do");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void aScriptForPsqlRunsNothingAgainThatStands() {
        Case.copied(CASE, project.folder());
        project.run("upgrade");
        project.with("V2__other.sql", "create view other as select 1 as dataset_names;");
        assertThat(psql("plan").out()).isEqualTo("applying 2  other\ndone: the database is at 2\n");
        project.with(
                "V3__replaced.sql",
                "create or replace view dataset_names as select id, name from datasets where name > '';");
        assertThat(psql("plan", "--from", "2", "--to", "head").out()).isEqualTo("""
            applying 3  replaced
            3 dropped or replaced what repeatable scripts made, which have to run again: R__dataset_names.sql
            applying R  dataset names
            done: the database is at 3
            """);
    }

    @Test
    void belowTheHeadAndWithoutATransactionAScriptForPsqlLeavesItPending() {
        Case.copied(CASE, project.folder());
        project.run("upgrade");
        project.with("V2__longer_names.sql", "-- transaction: off\ndrop view dataset_names;\nselect 1;\n")
                .with("V3__more.sql", "create table more (id int);");
        assertThat(psql("plan", "2").out()).contains("""
            applying 2  longer names
            """, """
            2 dropped or replaced what repeatable scripts made, which have to run again: R__dataset_names.sql
            the next upgrade to the head runs: R__dataset_names.sql
            done: the database is at 2
            """);
        assertThat(project.run("upgrade").out()).contains("applied 3  more", "applied R  dataset names");
        assertThat(project.query("select count(*) from dataset_names")).containsExactly("0");
    }

    @Test
    void whatAnotherRepeatableScriptDropsComesBack() {
        dropsOfAnother();
        assertThat(psql("plan").out()).isEqualTo("""
            applying R  second
            R second dropped or replaced what repeatable scripts made, which have to run again: R__first.sql
            applying R  first
            done: the database is at 1
            """);
        assertThat(project.query("select count(*) from one, other")).containsExactly("0");
        assertThat(project.run("upgrade").out()).startsWith("nothing to do");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void whatAnotherRepeatableScriptDropsIsNotForgottenWithoutADatabase() {
        dropsOfAnother();
        assertThat(psql("plan", "--from", "1", "--to", "head").out()).isEqualTo("""
            applying R  second
            R second dropped or replaced what repeatable scripts made, which have to run again: R__first.sql
            the next upgrade to the head runs: R__first.sql
            done: the database is at 1
            """);
        assertThat(project.run("upgrade").out()).contains("applied R  first");
        assertThat(project.query("select count(*) from one, other")).containsExactly("0");
    }

    /// The second drops the view of the first.
    private void dropsOfAnother() {
        project.with("V1__a.sql", "create table a (id int);")
                .with("R__first.sql", "create or replace view one as select id from a;");
        project.run("upgrade");
        project.with("R__second.sql", "drop view if exists one;\ncreate or replace view other as select id from a;");
    }

    @Test
    void whatAnotherRepeatableScriptReplacesStaysSo() {
        dropsOfAnother();
        project.with("R__second.sql", "create or replace view one as select id from a where id > 0;");
        assertThat(psql("plan").out()).isEqualTo("applying R  second\ndone: the database is at 1\n");
    }

    /// What a script drops that psql could not pass over is left to the next upgrade.
    @Test
    void aScriptWithDataIsLeftPending() {
        project.with("V1__a.sql", "create table a (id int);")
                .with("R__v.sql", "create or replace view v as select * from a;\ncopy a from stdin;\n1\n\\.\n");
        project.run("upgrade");
        project.with("V2__b.sql", "drop view v;");
        assertThat(psql("plan").out()).isEqualTo("""
            applying 2  b
            2 dropped or replaced what repeatable scripts made, which have to run again: R__v.sql
            the next upgrade to the head runs: R__v.sql
            done: the database is at 2
            """);
        assertThat(project.run("upgrade").out()).contains("applied R  v");
    }
}
