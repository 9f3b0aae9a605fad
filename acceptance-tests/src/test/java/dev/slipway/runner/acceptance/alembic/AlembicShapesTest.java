package dev.slipway.runner.acceptance.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.SchemaText;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shapes of projects that real ones have, with the real Alembic.
final class AlembicShapesTest {
    private static final Pattern COMMAND = Pattern.compile("`alembic ([^`>]*) (>>?) PROJECT/migrations/([^`]*)`");

    private final TestDatabase theirs = PostgresServer.shared().createDatabase();
    private final TestDatabase ours = PostgresServer.shared().createDatabase();
    private AlembicProject project = new AlembicProject(Path.of("."));
    private ScriptFolder files = new ScriptFolder(Path.of("."));

    @BeforeEach
    void newProject(@TempDir Path folder) throws IOException {
        AlembicProject.require();
        String environment = AlembicProject.copiedTo(folder.resolve("other")).read("env.py");
        project = new AlembicProject(folder);
        files = new ScriptFolder(folder)
                .with("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n")
                .with("migrations/env.py", environment);
        revision("migrations/versions", "a", "revision = 'aa'; down_revision = None");
    }

    /// A revision `x` makes a table `x`.
    private void revision(String folder, String name, String variables) {
        files.with("%s/%s.py".formatted(folder, name), """
                from alembic import op
                %2$s
                def upgrade(): op.execute("create table %1$s (id int)")
                def downgrade(): op.execute("drop table %1$s")
                """.formatted(name, variables));
    }

    @Test
    void severalFoldersOfRevisionsThatDependOnEachOther() {
        files.with("alembic.ini", """
                [alembic]
                script_location = %(here)s/migrations
                version_locations = %(here)s/migrations/versions %(here)s/billing
                """);
        revision("migrations/versions", "c", "revision = 'cc'; down_revision = 'aa'; depends_on = 'xx'");
        revision("billing", "x", "revision = 'xx'; down_revision = None; branch_labels = ('billing',)");
        revision("billing", "y", "revision = 'yy'; down_revision = 'xx'; depends_on = ('cc',)");
        revision("billing/archive", "z", "revision = 'zz'; down_revision = 'gone'");
        project.withSqlOfAlembic(theirs);

        Run run = imports();
        assertThat(run.text()).startsWith("exit 0\n").contains("made 8 scripts").doesNotContain("note:");
        agreesWithAlembic();
    }

    @Test
    void anUpgradeThatReadsRowsIsToldWithTheCommandThatWritesTheRest() throws IOException {
        files.with("migrations/versions/b.py", """
                from alembic import op
                revision = 'bb'; down_revision = 'aa'
                def upgrade():
                    op.execute("create table b (id int)")
                    for row in op.get_bind().execute("select 1"):
                        op.execute("create table b%s (id int)" % row[0])
                def downgrade():
                    op.execute("drop table b1")
                    op.execute("drop table b")
                """);
        revision("migrations/versions", "c", "revision = 'cc'; down_revision = 'bb'");
        revision("migrations/versions", "d", "revision = 'dd'; down_revision = 'aa'");
        project.with("upgrade.sql", project.alembicUntilItStops(theirs, "upgrade", "base:heads", "--sql"))
                .with(
                        "downgrade.sql",
                        project.alembic(theirs, "downgrade", "cc:base", "--sql")
                                + project.alembic(theirs, "downgrade", "dd:base", "--sql"));
        Run run = imports();
        assertThat(run.text()).isEqualTo("""
                exit 3
                --- stderr
                error: the revisions of Alembic cannot be imported: there is a fault
                  PROJECT/migrations/upgrade.sql:LINE: revision bb is cut off: Alembic stopped in upgrade(), which raises an error, or reads rows of which there are none offline; write in SQL at its end what is missing, and COMMIT; below, then add the rest with `alembic upgrade bb:heads --sql >> PROJECT/migrations/upgrade.sql`
                  state: nothing was written
                  help:  correct what is named above and run the command again
                """);

        project.with("upgrade.sql", project.read("upgrade.sql") + "create table b1 (id int);\n\nCOMMIT;\n\n");
        add(run);
        assertThat(imports().text()).startsWith("exit 0\n").contains("asks the database, so look whether all is there");
        agreesWithAlembic();
    }

    @Test
    void aDowngradeThatRaisesAnErrorIsToldWithTheCommandsThatWriteTheRest() throws IOException {
        files.with("migrations/versions/b.py", """
                from alembic import op
                revision = 'bb'; down_revision = 'aa'
                def upgrade(): op.execute("create table b (id int)")
                def downgrade(): raise NotImplementedError("no way back")
                """);
        revision("migrations/versions", "c", "revision = 'cc'; down_revision = 'bb'");
        project.with("upgrade.sql", project.alembic(theirs, "upgrade", "base:heads", "--sql"))
                .with("downgrade.sql", project.alembicUntilItStops(theirs, "downgrade", "heads:base", "--sql"));
        Run run = imports();
        assertThat(run.err())
                .contains(": it ends at revision bb, whose downgrade() raises an error; add the rest with `alembic");
        add(run);
        assertThat(imports().text())
                .startsWith("exit 0\n")
                .contains("has no undo script: downgrade() of bb raises an error\nmade 5 scripts in");
        project.alembic(theirs, "upgrade", "heads");
        Run.on(ours, project.folder().resolve("sql"), "upgrade", "heads");
        assertThat(SchemaText.of(ours)).hasSizeGreaterThan(2).isEqualTo(SchemaText.of(theirs));
    }

    /// From several heads at once Alembic does not go down.
    @Test
    void severalHeadsAreTakenBackOneAfterTheOther() throws IOException {
        revision("migrations/versions", "b", "revision = 'bb'; down_revision = 'aa'");
        revision("migrations/versions", "c", "revision = 'cc'; down_revision = 'aa'");
        Run run = imports();
        assertThat(run.err()).contains("""
                  PROJECT/migrations/downgrade.sql: there is no such file; write it with \
                `alembic downgrade bb:base --sql > PROJECT/migrations/downgrade.sql` and \
                `alembic downgrade cc:base --sql >> PROJECT/migrations/downgrade.sql`
                """);
        add(run);
        assertThat(imports().text()).startsWith("exit 0\n").contains("made 6 scripts");
        agreesWithAlembic();
    }

    /// Runs what the message says.
    private void add(Run run) throws IOException {
        List<MatchResult> commands = COMMAND.matcher(run.err()).results().toList();
        assertThat(commands).isNotEmpty();
        for (MatchResult command : commands) {
            Path file = project.file(command.group(3));
            String more = project.alembicUntilItStops(theirs, command.group(1).split(" "));
            String before = command.group(2).equals(">") ? "" : Files.readString(file);
            Files.writeString(file, before + more);
        }
    }

    private void agreesWithAlembic() {
        Path scripts = project.folder().resolve("sql");
        project.alembic(theirs, "upgrade", "heads");
        assertThat(Run.on(ours, scripts, "upgrade", "heads").text()).startsWith("exit 0\n");
        assertThat(SchemaText.of(ours)).hasSizeGreaterThan(2).isEqualTo(SchemaText.of(theirs));
        assertThat(Run.on(theirs, scripts, "stamp", "--from-alembic").text()).startsWith("exit 0\n");
        assertThat(Run.on(theirs, scripts, "upgrade", "heads").out()).startsWith("nothing to do");
        assertThat(Run.on(ours, scripts, "downgrade", "base", "--yes").text()).startsWith("exit 0\n");
        assertThat(SchemaText.of(ours)).isEmpty();
    }

    private Run imports() {
        String folder = project.folder().toString();
        Run run = Run.with(Map.of(), "import-alembic", folder, "--locations", folder + "/sql");
        return new Run(
                run.exitCode(),
                run.out().replace(folder, "PROJECT"),
                run.err().replace(folder, "PROJECT").replaceAll("\\.sql:\\d+", ".sql:LINE"));
    }
}
