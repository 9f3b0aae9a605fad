package dev.slipway.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server is taken as other libraries name it, and scripts where the test says.
final class GivenServersTest {
    private final TestDatabase home = TestPostgres.home();

    @Test
    void takesWhatTestcontainersAndAnEmbeddedServerGive(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__users.sql"), "create table users (id int);\n");
        try (MigratedDatabases databases = MigratedDatabases.on(home.jdbcUrl(), home.owner(), home.password())
                        .from("filesystem:" + folder);
                MigratedDatabase database = databases.at("1")) {
            assertThat(database.user()).isEqualTo(home.owner());
            assertThat(tables(database)).isEqualTo("1");
        }
        dropTemplate(home.owner());
        String embedded = "jdbc:postgresql://localhost:%d/%s?user=postgres"
                .formatted(home.server().port(), home.name());
        try (MigratedDatabases databases = MigratedDatabases.on(embedded).from("filesystem:" + folder);
                MigratedDatabase database = databases.at("1")) {
            assertThat(database.user()).isEqualTo("postgres");
            assertThat(tables(database)).isEqualTo("1");
        }
        dropTemplate("postgres");
    }

    @Test
    void saysWhichScriptsAreNotThere() {
        String here = Path.of("").toAbsolutePath().toString();
        try (MigratedDatabases usual = MigratedDatabases.on(home.url())) {
            assertThatThrownBy(() -> usual.at("head")).hasMessage("""
                    the scripts did not run
                    error: location "migrations" does not exist
                      help:  correct from(...), or mount the scripts there
                      scripts are read from migrations; the working directory is %s""".formatted(here));
            assertThatThrownBy(() -> usual.from("classpath:db/other").at("head"))
                    .hasMessage("""
                    the scripts did not run
                    error: location "classpath:db/other" does not exist
                      help:  correct from(...), for example filesystem:/migrations
                      scripts are read from classpath:db/other; the working directory is %s""".formatted(here));
        }
    }

    private String tables(MigratedDatabase database) {
        String name = database.jdbcUrl().replaceAll(".*/(\\w+).*", "$1");
        return new TestDatabase(home.server(), name, database.user(), database.password())
                .query("select count(*) from pg_tables where tablename = 'users'")
                .getFirst();
    }

    private void dropTemplate(String owner) {
        String template = home.query("""
                select datname from pg_database
                where datname like 'slipway_template_%%' and pg_get_userbyid(datdba) = '%s'
                """.formatted(owner)).getFirst();
        home.server().execute("drop database " + template);
    }
}
