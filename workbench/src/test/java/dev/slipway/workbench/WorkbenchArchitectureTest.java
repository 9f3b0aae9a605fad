package dev.slipway.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.slipway.runner.cli.Main;
import dev.slipway.workbench.command.WorkbenchCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of ARCHITECTURE.md for the workbench.
final class WorkbenchArchitectureTest {
    private static final String ROOT = "dev.slipway.workbench";

    private static final JavaClasses WORKBENCH = classes(WorkbenchCommands.class);

    /// What lies where these classes are from.
    private static JavaClasses classes(Class<?>... types) {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("/dev/slipway/"))
                .importUrls(Stream.of(types)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .toList());
    }

    @Test
    void packagesImportOnlyFormerOnes() throws IOException {
        List<String> packages = packages();
        assertThat(packages)
                .containsExactlyInAnyOrderElementsOf(WORKBENCH.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring(ROOT.length() + 1))
                        .distinct()
                        .toList());
        for (int i = 0; i < packages.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage("%s.%s..".formatted(ROOT, packages.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages.subList(i + 1, packages.size()).stream()
                            .map(name -> "%s.%s..".formatted(ROOT, name))
                            .toArray(String[]::new))
                    .check(WORKBENCH);
        }
    }

    /// In the order of the document.
    private static List<String> packages() throws IOException {
        String document = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        String section = document.substring(document.indexOf("## The workbench"));
        return Pattern.compile("(?m)^\\d+\\. `([a-z]+)`")
                .matcher(section.substring(0, section.indexOf("\n## ", 1)))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void everyClassHasANameThatNoClassOfTheRunnerHas() {
        assertThat(classes(WorkbenchCommands.class, Main.class).stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(700);
    }
}
