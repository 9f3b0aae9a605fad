package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Console;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of the recipes are written into a project, section by section, and its commands print what is shown.
final class RecipesTest {
    private static final Pattern SCRIPT = Pattern.compile("(?ms)^```sql\\n-- (\\S+\\.sql)\\n(.*?)^```$");

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    private Path folder = Path.of(".");

    @BeforeEach
    void project(@TempDir Path temp) {
        folder = temp.resolve("project");
    }

    @Test
    void aRequiredColumn() {
        begin("""
            create table users (id bigint primary key, email text not null);
            """);
        database.execute("insert into users select n, n || '@example.org' from generate_series(1, 2000) n");
        goes("add-a-required-column", "## First release: the column may be null", 2);
        database.execute("insert into users values (2001, 'old@service.org')");
        goes("add-a-required-column", "## When the last old version is gone", 2);
        assertThat(database.query("select domain from users where id > 1999 order by id"))
                .containsExactly("example.org", "service.org");
        assertThat(database.query("select attnotnull from pg_attribute where attname = 'domain'"))
                .containsExactly("t");
    }

    @Test
    void aLargeTable() {
        begin("""
            create table orders (id bigint primary key, customer int not null, total int not null) with (fillfactor = 10);
            """);
        database.execute("insert into orders select n, n % 100, n from generate_series(1, 60000) n");
        goes("large-tables", "## On a table of 27 MB", 2);
        goes("large-tables", "## In production: `--max-lock`", 2);
    }

    @Test
    void aSplitTable() {
        Program.require("psql", "postgresql-client-15");
        begin("""
            create table users (id bigint primary key, city text);
            """);
        database.execute("insert into users select n, 'city ' || n from generate_series(1, 2000) n");
        goes("split-a-table", "## Both generations", 4);
        assertThat(database.query(
                        "select count(*) from users join addresses on id = user_id and users.city = addresses.city"))
                .containsExactly("2000");
        goes("split-a-table", "## When the last old version is gone", 3);
    }

    @Test
    void aSquash() {
        new ScriptFolder(folder.resolve("migrations"))
                .with("V1__users.sql", "create table users (id int primary key);\n")
                .with("V2__email.sql", "alter table users add email text;\n")
                .with("V3__phone.sql", "alter table users add phone text;\n")
                .with("U3__phone.sql", "alter table users drop phone;\n");
        ProvedScripts.write(folder.resolve("migrations"));
        upgrade();
        goes("squash", "## Write it from a database that is at the newest revision", 3);
        TestDatabase empty = PostgresServer.shared().createDatabase();
        runs(Console.in("docs/how-to/squash.md", "## A new database begins with it"), 2, empty);
        goes("squash", "## Delete what it stands for", 4);
    }

    @Test
    void severalTeams() {
        goes("several-teams", "## Two projects", 3);
        goes("several-teams", "## What the others have is not drift", 3);
        goes("several-teams", "## Each goes on alone", 3);
    }

    @Test
    void manyTenants() {
        Program.require("psql", "postgresql-client-15");
        goes("many-tenants", "## A schema for each tenant", 3);
        goes("many-tenants", "## When tenants fail", 4);
        goes("many-tenants", "## Some first", 3);
        goes("many-tenants", "## Taking revisions back", 3);
        goes("many-tenants", "## Proofs", 4);
    }

    @Test
    void aLiveApplicationOfAlembic() throws IOException {
        Program.require("psql", "postgresql-client-15");
        AlembicProject.require();
        AlembicProject project = AlembicProject.copiedTo(Files.createDirectory(folder));
        Files.delete(project.file("upgrade.sql"));
        Files.delete(project.file("downgrade.sql"));
        project.alembic(database, "upgrade", "heads");
        String page = "adopt-a-live-alembic-app";
        goes(page, "## Bring the scripts", 4);
        goes(page, "## Adopt each database", 3);
        goes(page, "## Deploy a change", 2);
        goes(page, "## Take the schema back", 2);
        goes(page, "## Leave Alembic", 2);
    }

    private void begin(String first) {
        new ScriptFolder(folder.resolve("migrations")).with("V1__users.sql", first);
        ProvedScripts.write(folder.resolve("migrations"));
        upgrade();
    }

    private void upgrade() {
        Run run = Run.on(database, folder.resolve("migrations"), "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    private void goes(String page, String heading, int commands) {
        String document = "docs/how-to/%s.md".formatted(page);
        ScriptFolder files = new ScriptFolder(folder);
        for (MatchResult script : scripts(document, heading)) {
            files.with(script.group(1), script.group(2));
        }
        runs(Console.in(document, heading), commands, database);
    }

    private static List<MatchResult> scripts(String document, String heading) {
        String text = Checkout.read(document);
        int start = text.indexOf(heading + "\n");
        int end = text.indexOf("\n## ", start + heading.length());
        return SCRIPT.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .toList();
    }

    private void runs(List<Console.Shown> shown, int commands, TestDatabase on) {
        assertThat(shown).hasSize(commands);
        assertThat(new Console(folder, on).run(shown)).isEqualTo(shown);
    }
}
