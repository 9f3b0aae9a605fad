package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/// What `prove` makes of what belongs to the whole server, or to this machine.
@Isolated("sets the time zone of the process")
final class ProveServerTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.with("V1__people.sql", "create table people (id int, born timestamp);");
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(Proved.left()).isEmpty();
        assertThat(roles()).isEmpty();
    }

    private List<String> roles() {
        return project.query("select rolname from pg_roles where rolname ~ '^(proved|slipway_scratch)_'");
    }

    private Run prove() {
        return Proved.on(project.folder());
    }

    @Test
    void whatTheServerLacksIsToldApartFromWhatAScriptSays() {
        project.with("V2__cron.sql", "create extension slipway_is_nowhere;")
                .with("V3__mood.sql", "-- revises: 1\nset slipway_is_nowhere = 'on';")
                .with("V4__typo.sql", "-- revises: 1\ncreate table towns (name txt);");
        assertThat(prove().text()).isEqualTo("""
            exit 1
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            FOLDER/V2__cron.sql:1: it fails: extension "slipway_is_nowhere" is not available
              hint: The extension must first be installed on the system where PostgreSQL is running.
              effect: the scratch server lacks it: nothing is proved of the script, nor of what builds on it
              remedy: name a server that has it with --scratch-url, and run `prove` again

            FOLDER/V3__mood.sql:2: it fails: unrecognized configuration parameter "slipway_is_nowhere"
              effect: the scratch server lacks it: nothing is proved of the script, nor of what builds on it
              remedy: name a server that has it with --scratch-url, and run `prove` again

            FOLDER/V4__typo.sql:2: it fails: type "txt" does not exist
              effect: no database gets past it, and what builds on it is not proved
              remedy: correct the script, or name a server with the extension that brings it (--scratch-url), and run `prove` again

            3 problems: 4 revisions, 1 script proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void eachDatabaseHasTheRolesThatItsScriptsMake() {
        project.with("V2__roles.sql", """
            create role proved_reader;
            create role proved_writer in role proved_reader;
            alter role proved_writer rename to proved_editor;
            grant select on people to proved_reader;
            alter table people add city text;
            """)
                .with("V3__policy.sql", """
                    alter table people enable row level security;
                    create policy reading on people to proved_reader, proved_editor using (true);
                    """)
                .with("U3__policy.sql", """
                    drop policy reading on people;
                    alter table people disable row level security;
                    """)
                .with("V4__other.sql", "-- revises: 1\ncreate role proved_other;\nalter table people add other text;")
                .with("V5__both.sql", "-- revises: 3, 4\n");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  roles: adds 1 object; irreversible: there is no undo script  TIME
            proved 3  policy: adds 1 object, alters 1  TIME
            proved 4  other: adds 1 object; irreversible: there is no undo script  TIME
            proved 5  both: leaves the schema as it is; irreversible: there is no undo script  TIME
            no problems: 5 revisions, 5 scripts proved now; FOLDER/manifest.json is written
            """);
        assertThat(Proved.on(project.folder(), "--all").out())
                .startsWith("proved 1")
                .contains("manifest.json stays as it is");
    }

    @Test
    void aRoleThatAnUndoScriptLeavesIsInTheWayOfTheNextUpgrade() {
        project.with("V2__role.sql", "create role proved_reader;\ncreate table more (id int);")
                .with("U2__role.sql", "drop table more;");
        assertThat(prove().out()).contains("""
            FOLDER/V2__role.sql:1: it fails: role "proved_reader" already exists
              effect: an upgrade after a downgrade fails
            """);
    }

    @Test
    void aRoleThatIsMissingIsMadeUp() {
        project.with("V2__grants.sql", """
            grant select on people to proved_app, "proved_Ä pp";
            create table owned (id int);
            alter table owned owner to proved_app;
            """)
                .with("U2__grants.sql", "drop table owned;\nrevoke all on people from proved_app, \"proved_Ä pp\";");
        assertThat(prove().text()).isEqualTo("""
            exit 0
            proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
            proved 2  grants: adds 2 objects  TIME
            note: role "proved_app" was made up, since the scratch server has none of that name
            note: role "proved_Ä pp" was made up, since the scratch server has none of that name
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void aRoleThatStoodBeforeStaysAndIsToldToBeInTheWay() {
        project.database().server().execute("create role proved_before");
        try {
            project.with("V2__role.sql", "create role proved_before;");
            assertThat(prove().text()).isEqualTo("""
                exit 1
                proved 1  people: adds 3 objects; irreversible: there is no undo script  TIME
                FOLDER/V2__role.sql:1: it fails: role "proved_before" already exists
                  effect: no database gets past it, and what builds on it is not proved
                  remedy: roles belong to the whole server: let the script create it only if it is missing, or drop \
                it on the scratch server, and run `prove` again

                1 problem: 2 revisions, 1 script proved now; FOLDER/manifest.json is written
                """);
            assertThat(roles()).containsExactly("proved_before");
        } finally {
            project.database().server().execute("drop role proved_before");
        }
    }

    @Test
    void anExtensionThatTheServerLacksAsksForAnotherServer() {
        project.with("V2__maps.sql", "create extension no_such_extension;");
        assertThat(prove().out())
                .contains("  remedy: name a server that has it with --scratch-url, and run `prove` again\n");
    }

    @Test
    void theTimeZoneOfTheMachineChangesNothing() {
        project.with("V2__zone.sql", """
                        -- allow: cached-plan the test has no service
                        alter table people alter born type timestamptz;
                        set timezone = 'Asia/Tokyo';
                        """)
                .with("V3__more.sql", "alter table people add died timestamptz default '2026-01-01 12:00';");
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(prove().exitCode()).isZero();
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            assertThat(Proved.on(project.folder(), "--all", "--check").exitCode())
                    .isZero();
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
