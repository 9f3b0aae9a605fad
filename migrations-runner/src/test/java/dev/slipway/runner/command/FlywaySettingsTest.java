package dev.slipway.runner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.postgres.connect.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read of a Flyway project, from where, and what counts more.
final class FlywaySettingsTest {
    @TempDir
    private Path project;

    @TempDir
    private Path home;

    @Test
    void withoutFileOrVariableThereIsNothing() {
        assertThat(FlywaySettings.of(Map.of("HOME", home.toString()), project)).isSameAs(FlywaySettings.NONE);
    }

    @Test
    void theWorkingDirectoryCountsMoreThanTheHomeAndAVariableMost() throws IOException {
        write(project.resolve("conf/flyway.conf"), "flyway.table=a\nflyway.target=1\nflyway.encoding=x\n");
        write(home.resolve("flyway.conf"), "flyway.table=b\nflyway.target=2\n");
        write(project.resolve("flyway.conf"), "flyway.table=c\n");
        write(project.resolve("more.conf"), "flyway.schemas=more\n");
        FlywaySettings settings = settings(
                Map.of("HOME", home.toString(), "FLYWAY_ENCODING", "UTF-8", "FLYWAY_CONFIG_FILES", "more.conf"));

        assertThat(settings.option("--history-table")).contains("c");
        assertThat(settings.target()).contains("2");
        assertThat(settings.value(FlywaySetting.ENCODING)).contains("UTF-8");
        assertThat(settings.schemas(null, false)).isEqualTo(new Schemas("more", List.of("more")));
    }

    @Test
    void tomlCountsInPlaceOfConf() throws IOException {
        write(project.resolve("flyway.conf"), "flyway.table=conf\n");
        write(project.resolve("flyway.toml"), """
            [flyway]
            environment = "dev"
            locations = ["filesystem:a", "filesystem:b"] # two
            outOfOrder = true
            table = "toml"

            [flyway.placeholders]
            appUser = "me"

            [environments.dev]
            url = "jdbc:postgresql://db/app"
            user = "u"
            password = "${env.SECRET}"
            schemas = ["one", "two"]
            jdbcProperties.sslmode = "require"
            [environments.dev.flyway]
            table = "toml_dev"

            [environments.prod]
            url = "jdbc:postgresql://prod/app"
            """);
        write(project.resolve("flyway.user.toml"), "[environments.dev]\nuser = \"mine\"\n");
        FlywaySettings settings = settings(Map.of("SECRET", "s3cret!"));

        assertThat(settings.option("--locations")).contains("filesystem:a,filesystem:b");
        assertThat(settings.option("--history-table")).contains("toml_dev");
        assertThat(settings.option("--allow-out-of-order")).contains("true");
        assertThat(settings.schemas(null, false)).isEqualTo(new Schemas("one", List.of("one", "two")));
        assertThat(placeholders(settings)).isEqualTo(Map.of("appUser", "me"));
        assertThat(settings.addressed(Optional.empty(), Map.of()))
                .isEqualTo(Map.of(
                        "DATABASE_URL", "jdbc:postgresql://db/app?sslmode=require",
                        "DATABASE_USER", "mine",
                        "DATABASE_PASSWORD", "s3cret!"));
        assertThat(settings(Map.of("FLYWAY_ENVIRONMENT", "prod")).addressed(Optional.empty(), Map.of()))
                .isEqualTo(Map.of("DATABASE_URL", "jdbc:postgresql://prod/app"));
        assertThat(settings.warning(Map.of())).isEmpty();
    }

    @Test
    void anEnvironmentThatIsInNoFileIsRefused() throws IOException {
        write(project.resolve("flyway.toml"), "[environments.dev]\nurl = \"jdbc:postgresql://db/app\"\n");
        assertThatThrownBy(() -> settings(Map.of("FLYWAY_ENVIRONMENT", "qa")))
                .hasMessageContaining("Flyway's environment \"qa\" is in none of its files: " + project);
    }

    @Test
    void tomlThatIsNoneIsRefusedByLineWithoutItsText() throws IOException {
        write(project.resolve("flyway.toml"), "[environments.dev]\npassword = hunter22\n");
        assertThatThrownBy(() -> settings(Map.of()))
                .hasMessageContaining("flyway.toml\" cannot be read: line 2 is not TOML")
                .hasMessageNotContaining("hunter22");
    }

    @Test
    void aNamedFileThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("FLYWAY_CONFIG_FILES", "none.conf")))
                .hasMessageContaining("none.conf\" cannot be read: it does not exist");
    }

    @Test
    void aConfFileMayReferToVariablesAndHaveAnEncodingOfItsOwn() throws IOException {
        Files.write(
                project.resolve("flyway.conf"),
                "flyway.table=größe_${STAGE}\r\nflyway.placeholders.a.B=c:\\d\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        FlywaySettings settings = settings(Map.of("STAGE", "dev", "FLYWAY_CONFIG_FILE_ENCODING", "ISO-8859-1"));

        assertThat(settings.option("--history-table")).contains("größe_dev");
        assertThat(placeholders(settings)).isEqualTo(Map.of("a.B", "c:\\d"));
    }

    @Test
    void anOwnAddressStandsForItself() {
        FlywaySettings settings = settings(Map.of(
                "FLYWAY_URL", "jdbc:postgresql://db/app?sslmode=disable",
                "FLYWAY_USER", "u",
                "FLYWAY_PASSWORD", "p",
                "FLYWAY_JDBC_PROPERTIES_SSLROOTCERT", "/a b"));
        Map<String, String> own = Map.of("DATABASE_URL", "postgresql://own/app");

        assertThat(settings.addressed(Optional.empty(), own)).isEqualTo(own);
        assertThat(settings.addressed(Optional.of("postgresql://flag/app"), Map.of()))
                .isEmpty();
        assertThat(settings.addressed(Optional.empty(), Map.of("DATABASE_PASSWORD_FILE", "f")))
                .isEqualTo(Map.of(
                        "DATABASE_URL", "jdbc:postgresql://db/app?sslmode=disable&sslrootcert=%2Fa%20b",
                        "DATABASE_USER", "u",
                        "DATABASE_PASSWORD_FILE", "f"));
    }

    @Test
    void strayVariablesBreakNothing() {
        Map<String, String> environment = Map.of(
                "FLYWAY_URL", "jdbc:h2:mem:test",
                "FLYWAY_PASSWORD", "${vault.key}",
                "FLYWAY_EDITION", "community",
                "FLYWAY_VERSION", "13",
                "FLYWAY_LOCATION", "sql",
                "FLYWAY_TARGET", "current",
                "FLYWAY_GROUP", "false",
                "FLYWAY_INIT_SQL", "select 'secret'",
                "FLYWAY_TABLE", " ");
        FlywaySettings settings = settings(environment);

        assertThat(settings.addressed(Optional.empty(), Map.of())).isEmpty();
        assertThat(settings.option("--history-table")).isEmpty();
        assertThat(settings.target()).isEmpty();
        assertThat(settings.warning(environment))
                .contains("settings of Flyway that have no effect here: "
                        + "flyway.initSql (`alter role ... set`, or `--owner-role`); "
                        + "flyway.url (it is not that of a PostgreSQL); "
                        + "flyway.password (it refers to what only Flyway can read; say it in a variable); "
                        + "flyway.target (name a version instead of \"current\"); "
                        + "FLYWAY_LOCATION (did you mean FLYWAY_LOCATIONS?)");
    }

    @ParameterizedTest
    @CsvSource({"latest,head", "next,+1", "5,5", "5?,5", "1.2,1.2"})
    void targetsOfFlywayAreThoseOfHere(String theirs, String ours) {
        assertThat(settings(Map.of("FLYWAY_TARGET", theirs)).target()).contains(ours);
    }

    @Test
    void theClassPathOfAProjectIsItsResources() throws IOException {
        write(project.resolve("src/main/resources/db/migration/V1__a.sql"), "");
        write(project.resolve("src/main/resources/db/views/R__a.sql"), "");
        String resources = "filesystem:%s/src/main/resources/".formatted(project);

        assertThat(locations("classpath:db/migration, db/views ,classpath:db/*/x,filesystem:" + project))
                .contains("%sdb/migration,%sdb/views,%sdb/*/x,filesystem:%s"
                        .formatted(resources, resources, resources, project));
        assertThat(settings(Map.of("FLYWAY_TABLE", "t")).option("--locations")).contains(resources + "db/migration");
    }

    @Test
    void theCommandLineOfFlywayHasItsScriptsInSql() throws IOException {
        write(project.resolve("sql/V1__a.sql"), "");
        write(project.resolve("flyway.conf"), "flyway.table=t");

        assertThat(settings(Map.of()).option("--locations")).contains("filesystem:%s/sql".formatted(project));
    }

    @Test
    void aMissingLocationIsPassedOverUnlessAllAreOrItIsToBeRefused() throws IOException {
        write(project.resolve("sql/V1__a.sql"), "");
        String given = "filesystem:%s/sql,filesystem:%s/seed,classpath:no/such".formatted(project, project);

        assertThat(locations(given)).contains("filesystem:%s/sql".formatted(project));
        assertThat(settings(Map.of("FLYWAY_LOCATIONS", given)).missingLocations())
                .containsExactly("filesystem:%s/seed".formatted(project), "classpath:no/such");
        assertThat(locations("filesystem:no,filesystem:such")).contains("filesystem:no,filesystem:such");
        assertThat(settings(Map.of("FLYWAY_LOCATIONS", given, "FLYWAY_FAIL_ON_MISSING_LOCATIONS", "true"))
                        .option("--locations"))
                .contains(given);
    }

    private Optional<String> locations(String given) {
        return settings(Map.of("FLYWAY_LOCATIONS", given)).option("--locations");
    }

    private FlywaySettings settings(Map<String, String> environment) {
        return FlywaySettings.of(environment, project);
    }

    private static Map<String, String> placeholders(FlywaySettings settings) {
        Map<String, String> placeholders = new TreeMap<>();
        settings.forEach(FlywaySetting.PLACEHOLDERS, placeholders::put);
        return placeholders;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
