package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A service that keeps its prepared statements meets a script that gives a column another type.
final class CachedPlanTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void orders() {
        project.with("V1__orders.sql", """
                create table orders (id bigint primary key, note varchar(20));
                insert into orders values (1, 'short');
                """);
    }

    @Test
    void aLongerTextIsAHazard() {
        project.with("V2__longer_note.sql", "alter table orders alter note type varchar(200);\n");
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  orders: adds 4 objects; irreversible: there is no undo script  TIME
            proved 2  longer note: alters 1 object; irreversible: there is no undo script; 1 hazard  TIME
            FOLDER/V2__longer_note.sql:1: cached-plan: note of public.orders was character varying(20) and is character varying(200)
              effect: a service that runs on fails once for each statement that it prepared with the column
              remedy: let the driver prepare again, or add a column of the new type and move the service over; see docs/hazards/cached-plan.md

            1 problem: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void aScriptMayAllowIt() {
        project.with("V2__longer_note.sql", """
                -- allow: cached-plan every service connects with autosave=conservative
                alter table orders alter note type varchar(200);
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 0
            proved 1  orders: adds 4 objects; irreversible: there is no undo script  TIME
            proved 2  longer note: alters 1 object; irreversible: there is no undo script; 1 allowed hazard  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    /// What the page of the hazard says of PgJDBC.
    @ParameterizedTest
    @CsvSource(textBlock = """
        alter table orders alter note type varchar(200), never       , true , short
        alter table orders alter note type varchar(200), never       , false, ERROR: cached plan must not change result type
        alter table orders alter note type varchar(200), conservative, false, short
        alter table orders alter note type text        , never       , false, ERROR: cached plan must not change result type
        alter table orders add column extra int        , never       , false, short
        """)
    void onlyAnOpenTransactionWithoutAutosaveIsLost(String change, String autosave, boolean alone, String outcome)
            throws SQLException {
        project.run("upgrade");
        try (Connection service = service(project.database(), autosave);
                PreparedStatement select = service.prepareStatement("select note from orders where id = 1")) {
            service.setAutoCommit(alone);
            assertThat(note(select)).isEqualTo("short");
            assertThat(note(select)).isEqualTo("short");
            if (!alone) {
                service.commit();
            }
            project.with("V2__change.sql", change + ";\n");
            assertThat(project.run("upgrade").exitCode()).isZero();
            assertThat(note(select)).isEqualTo(outcome);
        }
    }

    private static Connection service(TestDatabase database, String autosave) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?prepareThreshold=1&autosave=" + autosave, database.owner(), database.password());
    }

    private static String note(PreparedStatement select) {
        try (ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElseThrow();
        }
    }
}
