package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.engine.manifest.ManifestReader;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/// The fingerprint of the schema that each run with a manifest keeps.
@Tag("matrix")
@Isolated("sets the time zone of the process")
final class FingerprintTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void provedScripts() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;");
        ProvedScripts.write(project.folder());
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    private String proved(String version) throws IOException {
        Manifest manifest =
                ManifestReader.read("here", Files.readString(project.folder().resolve(Manifest.FILE_NAME)));
        return Objects.requireNonNull(manifest.revisions().get(Version.of(version)))
                .fingerprint();
    }

    @Test
    void currentShowsIt() throws IOException {
        run("upgrade", "1");
        run("upgrade");
        assertThat(run("current")).isEqualTo("exit 0\napp on localhost:PORT is at 2 (head)\n");
        assertThat(run("current", "--verbose")).isEqualTo("""
            exit 0
            app on localhost:PORT is at 2 (head)
              2  email  V2__email.sql  (head)
                parents: 1
                undo:    U2__email.sql
              fingerprint of the schema as the last run left it: %s
            """.formatted(proved("2")));
        assertThat(run("current", "--format", "json")).contains("\"fingerprint\": \"%s\"".formatted(proved("2")));
        run("downgrade", "-1", "--yes");
        assertThat(run("current", "--verbose")).endsWith(": %s\n".formatted(proved("1")));
    }

    @Test
    void eachScriptOfARunKeepsIt() throws IOException {
        run("upgrade");
        assertThat(run("current", "--verbose")).endsWith(": %s\n".formatted(proved("2")));
        run("downgrade", "base", "--yes");
        run("upgrade");
        assertThat(run("current", "--verbose")).endsWith(": %s\n".formatted(proved("2")));
    }

    @Test
    void whatIsRecordedOtherwiseHasNone() {
        run("upgrade", "1");
        run("stamp", "2");
        assertThat(run("current", "--format", "json")).contains("\"fingerprint\": null");
        assertThat(run("current", "--verbose")).doesNotContain("fingerprint");
    }

    @Test
    void theClocksOfRunsDoNotCount() throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            run("upgrade", "1");
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            run("upgrade");
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(run("current", "--verbose")).endsWith(": %s\n".formatted(proved("2")));
        Files.delete(project.folder().resolve(Manifest.FILE_NAME));
        assertThat(run("check")).startsWith("exit 0\n");
    }

    @Test
    void whoMayNotKeepItGoesOnWithoutIt() {
        Path manifest = project.folder().resolve(Manifest.FILE_NAME);
        Path elsewhere = project.folder().resolve("elsewhere");
        assertThat(manifest.toFile().renameTo(elsewhere.toFile())).isTrue();
        run("upgrade", "1");
        assertThat(elsewhere.toFile().renameTo(manifest.toFile())).isTrue();
        TestDatabase other = other("""
            alter table users owner to %1$s;
            alter table flyway_schema_history owner to %1$s;
            revoke create on schema public from public;
            """);
        Run upgrade = Run.on(other, project.folder(), "upgrade");
        assertThat(upgrade.text()).isEqualTo("""
            exit 0
            the fingerprint of the schema and what --accept-drift takes are not kept: this user may not create or write "public"."flyway_schema_history_fingerprint"
            applied 2  email  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
        assertThat(Run.on(other, project.folder(), "current", "--verbose").text())
                .startsWith("exit 0\n")
                .doesNotContain("fingerprint");
    }

    /// The same database as somebody else sees it who was given some rights.
    private TestDatabase other(String rights) {
        TestDatabase other = PostgresServer.shared().createDatabase();
        try (Connection connection = PostgresServer.shared()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(rights.formatted(other.owner()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(PostgresServer.shared(), project.database().name(), other.owner(), other.password());
    }

    @Test
    void whoMayOnlyReadTheHistorySeesNone() {
        run("upgrade");
        TestDatabase reader = other("grant select on flyway_schema_history to %1$s");
        for (String command : new String[] {"current", "check", "plan", "drift"}) {
            Run read = Run.on(reader, project.folder(), command);
            assertThat(read.exitCode()).as(command + ": " + read.text()).isZero();
        }
    }
}
