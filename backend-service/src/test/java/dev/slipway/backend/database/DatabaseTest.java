package dev.slipway.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.setting.SettingException;
import dev.slipway.backend.setting.Settings;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://u:p@db:5432/accounts jdbc:postgresql://db:5432/accounts u p",
                "postgres://u:p@db/accounts jdbc:postgresql://db/accounts u p",
                "postgresql+psycopg2://u:p@db/accounts jdbc:postgresql://db/accounts u p",
                "jdbc:postgresql://db:5432/accounts?user=u&password=p jdbc:postgresql://db:5432/accounts u p",
                "postgresql://u:p%40%2F%3F%2B%25@db/accounts jdbc:postgresql://db/accounts u p@/?+%",
                "postgresql://u:p+q@db/accounts jdbc:postgresql://db/accounts u p+q",
                "postgresql://u:p@q@db/accounts jdbc:postgresql://db/accounts u p@q",
                "postgresql://u:p@a:1,b:2/accounts jdbc:postgresql://a:1,b:2/accounts u p",
                "postgresql://u:p@[::1]:5432/accounts jdbc:postgresql://[::1]:5432/accounts u p",
                "postgresql://u:p@db/my%20accounts jdbc:postgresql://db/my%20accounts u p",
            })
    void understandsTheFormsOfAUrl(String url, String jdbcUrl, String user, String password) {
        Database database = database(Map.of("DATABASE_URL", url));
        assertThat(database.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(database.properties()).containsEntry("user", user).containsEntry("password", password);
    }

    @Test
    void passesParametersToTheDriver() {
        assertThat(database(Map.of("DATABASE_URL", "postgresql://db/a?sslmode=require&application_name=x%20y"))
                        .properties())
                .containsEntry("sslmode", "require")
                .containsEntry("ApplicationName", "x y");
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=require, require",
        "sslmode=require&sslrootcert=/root.crt, verify-ca",
        "sslmode=verify-full&sslrootcert=/root.crt, verify-full",
        "sslmode=prefer&sslrootcert=/root.crt, prefer",
    })
    void aRootCertificateIsUsed(String parameters, String mode) {
        assertThat(database(Map.of("DATABASE_URL", "postgresql://db/a?" + parameters))
                        .properties())
                .containsEntry("sslmode", mode);
    }

    @Test
    void variablesOfTheirOwnOverrideTheUrl() {
        assertThat(database(Map.of(
                                "DATABASE_URL", "postgresql://u:p@db/a",
                                "DATABASE_USER", "other",
                                "DATABASE_PASSWORD", "${not} a placeholder"))
                        .properties())
                .containsEntry("user", "other")
                .containsEntry("password", "${not} a placeholder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "accounts", "mysql://u:secret@db/a", "postgresql://", "postgresql://u:secret%zz@db/a"})
    void refusesWhatIsNoUrlWithoutShowingIt(String url) {
        assertThatThrownBy(() -> database(Map.of("DATABASE_URL", url)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("DATABASE_URL is ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void showsNoSecret() {
        assertThat(database(Map.of("DATABASE_URL", "postgresql://u:secret@db:5432/accounts?password=secret")))
                .hasToString("\"accounts\" on \"db:5432\"");
    }

    @Test
    void readsThePasswordFileForEveryConnection(@TempDir Path folder) throws IOException, SQLException {
        TestDatabase server = PostgresServer.shared().createDatabase();
        Path file = folder.resolve("password");
        Database database = database(Map.of(
                "DATABASE_URL", server.jdbcUrl(),
                "DATABASE_USER", server.owner(),
                "DATABASE_PASSWORD", "ignored",
                "DATABASE_PASSWORD_FILE", file.toString()));
        assertThatThrownBy(database::connect).hasMessage("the password file \"%s\" cannot be read", file);
        Files.writeString(file, "old");
        assertThatThrownBy(database::connect).hasMessageContaining("password authentication failed");
        Files.writeString(file, server.password() + "\n");
        try (Connection connection = database.connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static Database database(Map<String, String> environment) {
        return new Database(new Settings(environment));
    }
}
