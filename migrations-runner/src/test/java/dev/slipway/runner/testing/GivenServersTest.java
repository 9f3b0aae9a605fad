package dev.slipway.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server is taken as other libraries name it.
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
