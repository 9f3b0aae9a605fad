package dev.slipway.runner.acceptance.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people have written a revision of the same version.
final class RenumberTest {
    private static final String TWO_OF_VERSION_2 = """
            exit 3
            --- stderr
            error: a script has a fault
              FOLDER/V2__phone.sql: "2" is taken already by FOLDER/V2__email.sql; \
            give the one that was applied nowhere yet another version, for example `renumber V2__phone.sql`
              state: nothing was changed
              help:  correct what is named above and run the command again
            """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoPeople() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "-- revises: 1\n\nalter table users add email text;\n")
                .with("U2__email.sql", "alter table users drop email;")
                .with("V2__phone.sql", "-- who calls?\r\n-- revises: 1\r\n\r\nalter table users add phone text;\r\n")
                .with("U2__phone.sql", "alter table users drop phone;");
    }

    @Test
    void everyCommandSaysSo() {
        for (String command : new String[] {"heads", "branches", "merge", "upgrade"}) {
            assertThat(project.run(command).text()).as(command).isEqualTo(TWO_OF_VERSION_2);
        }
    }

    @Test
    void givesOneOfThemItsOwnPlace() {
        assertThat(project.offline("renumber", "V2__phone.sql").text()).isEqualTo("""
                exit 0
                revision 2 (phone) is 3 now, and revises 2
                  V2__phone.sql is V3__phone.sql now
                  U2__phone.sql is U3__phone.sql now
                no database was asked: where 2 was applied already, `upgrade` will be refused
                """);
        assertThat(project.folder().resolve("V3__phone.sql"))
                .hasContent("-- who calls?\r\n-- revises: 2\r\n\r\nalter table users add phone text;\r\n");
        assertThat(project.offline("heads").text()).isEqualTo("""
                exit 0
                3  phone  V3__phone.sql  (head)
                """);
        assertThat(project.offline("check").exitCode()).isZero();
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.run("downgrade", "base", "--yes").exitCode()).isZero();
    }

    @Test
    void asksWhichOfThemIsMeant() {
        assertThat(project.offline("renumber", "2").text()).isEqualTo("""
                exit 2
                --- stderr
                error: 2 scripts have version 2: V2__email.sql, V2__phone.sql
                  state: nothing was changed
                  help:  name the file of the one that was applied nowhere yet, for example `renumber V2__phone.sql`
                """);
        assertThat(project.offline("renumber", "V7__city.sql").text()).isEqualTo("""
                exit 2
                --- stderr
                error: "V7__city.sql" names no versioned script
                  state: nothing was changed
                  help:  write the name of its file, or its version
                """);
    }

    @Test
    void refusesTheOneThatIsApplied() {
        project.without("V2__email.sql").without("U2__email.sql");
        project.run("upgrade");
        project.with("V2__email.sql", "-- revises: 1\n\nalter table users add email text;\n")
                .with("U2__email.sql", "alter table users drop email;");
        assertThat(project.run("renumber", "V2__phone.sql").text()).isEqualTo("""
                exit 3
                --- stderr
                error: app on localhost:PORT: V2__phone.sql is applied
                  state: nothing was changed
                  help:  give the other one another version: `renumber V2__email.sql`
                """);
        assertThat(project.run("renumber", "V2__email.sql").text()).isEqualTo("""
                exit 0
                revision 2 (email) is 3 now, and revises 2
                  V2__email.sql is V3__email.sql now
                  U2__email.sql is U3__email.sql now
                it is not applied: app on localhost:PORT
                """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                applied 3  email  TIME
                applied 1 script in TIME: app on localhost:PORT is at 3
                """);
    }

    @Test
    void saysWhatHappenedWhereTheFormerOneIsApplied() {
        Project all = project.without("V2__email.sql").without("U2__email.sql");
        project.run("upgrade");
        all.with("V2__email.sql", "-- revises: 1\n\nalter table users add email text;\n");
        project.offline("renumber", "V2__phone.sql");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 7
                --- stderr
                error: the history does not match the scripts
                  revision 2 was applied as V2__phone.sql, which is V3__phone.sql now, and V2__email.sql took its version
                  state: nothing was changed
                  help:  give V3__phone.sql its version 2 back, and `renumber` V2__email.sql instead; or, if only this database has it, run V2__email.sql by hand and record it as it is now: `stamp 3 --purge`
                """);
        project.database().execute("alter table users add email text");
        assertThat(project.run("stamp", "3", "--purge").exitCode()).isZero();
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                nothing to do: app on localhost:PORT is at 3
                """);
    }

    @Test
    void saysSoToWhoRenumberedAlone() {
        project.without("V2__email.sql").without("U2__email.sql");
        project.run("upgrade");
        project.offline("renumber", "2", "--version-id", "7");
        assertThat(project.run("upgrade").err()).isEqualTo("""
                error: the history does not match the scripts
                  revision 2 was applied as V2__phone.sql, which is V7__phone.sql now
                  state: nothing was changed
                  help:  give V7__phone.sql its version 2 back; or, if only this database has it, record it as it is now: `stamp 7 --purge`
                """);
        assertThat(project.run("stamp", "7", "--purge").exitCode()).isZero();
        assertThat(project.run("upgrade").exitCode()).isZero();
    }

    @Test
    void putsOneOfTwoHeadsBehindTheOther() {
        project.offline("renumber", "V2__phone.sql");
        project.with("V4__city.sql", "-- revises: 2\nalter table users add city text;");
        assertThat(project.offline("renumber", "4").text()).isEqualTo("""
                exit 0
                revision 4 (city) is 5 now, and revises 3
                  V4__city.sql is V5__city.sql now
                no database was asked: where 4 was applied already, `upgrade` will be refused
                """);
    }

    @Test
    void whatBuildsOnItFollows() {
        project.offline("renumber", "V2__phone.sql");
        project.with("V4__city.sql", "-- revises: 3\nalter table users add city text;");
        assertThat(project.offline("renumber", "3", "--version-id", "2.5").text())
                .isEqualTo("""
                exit 0
                revision 3 (phone) is 2.5 now, and revises 2
                  V3__phone.sql is V2.5__phone.sql now
                  U3__phone.sql is U2.5__phone.sql now
                  V4__city.sql revises 2.5 now
                no database was asked: where 3 was applied already, `upgrade` will be refused
                """);
        assertThat(project.offline("check").exitCode()).isZero();
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.run("renumber", "2").err())
                .startsWith("error: app on localhost:PORT: V2__email.sql, V2.5__phone.sql is applied");
    }

    @Test
    void takesAMomentAsItsVersionAndItsSettingsAlong() {
        project.with("V2__phone.sql.conf", "executeInTransaction=true\n");
        String out = project.offline("renumber", "V2__phone.sql", "--timestamp").out();
        assertThat(out.replaceAll("20\\d{12}", "MOMENT")).startsWith("revision 2 (phone) is MOMENT now, and revises 2");
        String moment = out.replaceAll("(?s).*is (20\\d{12}) now.*", "$1");
        assertThat(project.folder().resolve("V%s__phone.sql.conf".formatted(moment)))
                .exists();
        assertThat(project.offline("heads").exitCode()).isZero();
    }

    @Test
    void whatIsNotWrittenYetKeepsAskingForIt() {
        project.without("V2__phone.sql")
                .without("U2__phone.sql")
                .without("V2__email.sql")
                .without("U2__email.sql");
        project.offline("revision", "-m", "phone");
        project.with("V2__email.sql", "-- revises: 1\nalter table users add email text;");
        assertThat(project.offline("renumber", "V2__phone.sql").exitCode()).isZero();
        assertThat(project.folder().resolve("V3__phone.sql")).hasContent("""
                -- revises: 2

                -- The SQL that leads from 2 to 3 goes here.
                """);
        assertThat(project.folder().resolve("U3__phone.sql")).hasContent("""
                -- The SQL that leads back from 3 to 2 goes here.
                """);
    }

    @Test
    void whatTheManifestKnowsOfItMovesAlong() {
        project.without("V2__email.sql").without("U2__email.sql");
        assertThat(Proved.on(project.folder()).exitCode()).isZero();
        assertThat(project.offline("renumber", "2", "--version-id", "4").text()).isEqualTo("""
                exit 0
                revision 2 (phone) is 4 now, and revises 1
                  V2__phone.sql is V4__phone.sql now
                  U2__phone.sql is U4__phone.sql now
                  manifest.json knows it as 4
                no database was asked: where 2 was applied already, `upgrade` will be refused
                """);
        assertThat(project.offline("check").text()).isEqualTo("""
                exit 0
                no problems: 2 revisions, 1 head
                """);
        project.with("V3__email.sql", "-- revises: 1\nalter table users add email text;");
        assertThat(project.offline("renumber", "4").out()).contains("""
                  manifest.json knows it as 5, proved on 1: run `prove`
                """);
    }

    @Test
    void changesNothingIfAFileIsInTheWay() {
        project.with("sub/V1.5__x.sql", "select 1;").with("U3__phone.sql", "select 3;");
        assertThat(project.offline("renumber", "V2__phone.sql", "--version-id", "1.5")
                        .exitCode())
                .isEqualTo(2);
        assertThat(project.offline("renumber", "V2__phone.sql").exitCode()).isEqualTo(2);
        assertThat(project.offline("heads").text()).contains("is taken already by");
    }
}
