package dev.slipway.backend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final Pattern DDL = Pattern.compile(
            "(?i)\\b(create|alter|drop|truncate|comment on|grant|revoke)\\s+(or\\s+replace\\s+)?(unlogged\\s+|temporary\\s+|temp\\s+|unique\\s+)?"
                    + "(table|index|schema|view|function|trigger|type|sequence|role|extension|database|all|select)\\b");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway.backend", "dev.slipway.model");

    @Test
    void theServiceCarriesNoFlyway() {
        assertThatThrownBy(() -> Class.forName("org.flywaydb.core.Flyway")).isInstanceOf(ClassNotFoundException.class);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flywaydb..", "dev.slipway.runner..")
                .check(classes);
    }

    @Test
    void nothingInTheServiceChangesASchema() throws IOException {
        assertThat("Create  TABLE t (a int)").containsPattern(DDL);
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(20);
        for (Path source : sources) {
            assertThat(Files.readString(source)).as("%s", source).doesNotContainPattern(DDL);
        }
    }

    @Test
    void featuresDoNotNeedEachOtherInCircles() {
        slices().matching("dev.slipway.backend.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheDatabasePackageConnects() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.slipway.backend.database..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer..", "org.postgresql..")
                .check(classes);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> service = Files.walk(Path.of("src/main"));
                Stream<Path> model = Files.walk(Path.of("../shared-model/src/main"))) {
            return Stream.concat(service, model).filter(Files::isRegularFile).toList();
        }
    }
}
