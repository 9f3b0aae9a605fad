package dev.slipway.runner.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.runner.model.failure.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PasswordSourceTest {
    private static final String PASS_FILE = """
            # a comment:5432:app:u:not this
            db:5432:app:u:first
            db:5433:*:u:with\\:colon and \\\\
            *:*:*:v:any host
            ::1:5432:app:u:too many fields
            \\:\\:1:5432:app:u:six
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db    | 5432 | app   | u | first
            db    | 5433 | other | u | with:colon and \\
            other | 7    | x     | v | any host
            ::1   | 5432 | app   | u | six
            db    | 5432 | other | u | ''
            """)
    void findsTheFirstLineOfAPassFileThatFits(String host, int port, String database, String user, String password)
            throws IOException {
        PasswordSource source = new PasswordSource.PassFile(file("pgpass", PASS_FILE));
        assertThat(source.read(new HostAddress(host, port), database, user)).isEqualTo(password);
    }

    @Test
    void looksForThePassFileInTheHomeFolder() throws IOException {
        file(".pgpass", "*:*:*:u:from home\n");
        assertThat(password(Map.of("HOME", folder.toString()))).isEqualTo("from home");
    }

    @Test
    void prefersTheFileThenTheVariableThenTheUrlThenLibpq() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PGPASSFILE", file("pgpass", "*:*:*:u:pass file\n").toString());
        assertThat(password(environment)).isEqualTo("pass file");
        environment.put("PGPASSWORD", "libpq");
        assertThat(password(environment)).isEqualTo("libpq");
        environment.put("DATABASE_URL", "postgresql://u:url@db/app");
        assertThat(password(environment)).isEqualTo("url");
        environment.put("DATABASE_PASSWORD", "variable");
        assertThat(password(environment)).isEqualTo("variable");
        environment.remove("DATABASE_PASSWORD");
        environment.put(
                "DATABASE_PASSWORD_FILE", file("secret", "  secret file \r\n\n").toString());
        assertThat(password(environment)).isEqualTo("  secret file ");
    }

    @Test
    void hasNoPasswordWhereNoneIsGiven() throws IOException {
        assertThat(password(Map.of())).isEmpty();
        assertThat(password(Map.of("PGPASSFILE", folder.resolve("missing").toString())))
                .isEmpty();
    }

    @Test
    void refusesAPasswordFileThatCannotBeRead() {
        assertRefused(folder.resolve("missing").toString(), "it does not exist");
        assertRefused(folder.toString(), "it is a folder");
        assertRefused("a\0b", "it is not a file name");
    }

    private void assertRefused(String file, String why) {
        assertThatExceptionOfType(SlipwayException.class)
                .isThrownBy(() -> password(Map.of("DATABASE_PASSWORD_FILE", file)))
                .withMessage("the password file \"%s\" cannot be read: %s", file, why)
                .satisfies(e -> assertThat(e.failure().exitCode().code()).isEqualTo(2));
    }

    @Test
    void refusesTwoPasswords() {
        assertThatExceptionOfType(SlipwayException.class)
                .isThrownBy(() -> password(Map.of("DATABASE_PASSWORD", "p", "DATABASE_PASSWORD_FILE", "/f")))
                .withMessage("both DATABASE_PASSWORD and DATABASE_PASSWORD_FILE are set");
    }

    private static String password(Map<String, String> variables) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("DATABASE_URL", "postgresql://u@db/app"));
        environment.putAll(variables);
        ConnectionSettings settings = ConnectionSettings.of(Optional.empty(), environment);
        return settings.password().read(settings.hosts().getFirst(), settings.database(), settings.user());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
