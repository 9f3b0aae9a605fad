package dev.slipway.runner;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.slipway.runner.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of ARCHITECTURE.md that a machine can hold.
final class ArchitectureTest {
    private static final String ROOT = "dev.slipway.runner";
    private static final Path SOURCES = Path.of("src", "main", "java");

    /// Imports go only to the right.
    private static final List<String> LAYERS = List.of("cli", "command", "engine", "postgres", "model", "sql");

    /// In each list a package imports only those before it.
    private static final List<String> POSTGRES = List.of(
            "sql",
            "connect",
            "catalog",
            "client",
            "flyway",
            "history",
            "lock",
            "batch",
            "recovery",
            "apply",
            "schema",
            "scratch",
            "bridge");

    private static final List<String> MODEL = List.of(
            "schema",
            "hazard",
            "script",
            "review",
            "batch",
            "manifest",
            "impact",
            "history",
            "loss",
            "failure",
            "event");

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().importPath(codeSource().resolve("dev"));

    private static Path codeSource() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The features of the engine in the order of ARCHITECTURE.md.
    private static List<String> features() throws IOException {
        String document = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        return Pattern.compile("\\d+\\. `engine\\.([a-z]+)`")
                .matcher(document)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void layersImportOnlyToTheRight() {
        importOnlyLater(ROOT, LAYERS);
    }

    @Test
    void featuresOfTheEngineImportOnlyFormerOnes() throws IOException {
        importOnlyLater(ROOT + ".engine", features().reversed());
    }

    @Test
    void packagesForTheDatabaseImportOnlyFormerOnes() {
        importOnlyLater(ROOT + ".postgres", POSTGRES.reversed());
    }

    @Test
    void packagesOfTheModelImportOnlyFormerOnes() {
        importOnlyLater(ROOT + ".model", MODEL.reversed());
    }

    private void importOnlyLater(String parent, List<String> names) {
        assertThat(names).containsExactlyInAnyOrderElementsOf(packagesIn(parent));
        for (int i = 1; i < names.size(); i++) {
            String[] earlier = names.subList(0, i).stream()
                    .map(name -> "%s.%s..".formatted(parent, name))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("%s.%s..".formatted(parent, names.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(earlier)
                    .check(PROGRAM);
        }
    }

    private List<String> packagesIn(String parent) {
        return PROGRAM.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(parent + "."))
                .map(name -> name.substring(parent.length() + 1).replaceAll("\\..*", ""))
                .distinct()
                .toList();
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void onlyThePostgresLayerSpeaksToADatabase() {
        onlyIn(List.of("postgres.."), "java.sql..", "javax.sql..", "org.postgresql..");
    }

    @Test
    void onlyOnePackageKnowsFlyway() {
        onlyIn(List.of("postgres.flyway"), "org.flywaydb..");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        onlyIn(List.of("cli", "command"), "picocli..");
    }

    @Test
    void onlyTheOutputAndTheReaderOfModelsKnowGson() {
        onlyIn(List.of("cli", "engine.mapping", "engine.manifest", "engine.backup"), "com.google.gson..");
    }

    private void onlyIn(List<String> users, String... library) {
        String[] packages = users.stream().map(user -> ROOT + "." + user).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(PROGRAM);
        assertThat(PROGRAM.stream()
                        .filter(resideInAPackage(packages[0]))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> resideInAPackage(library[0]).test(dependency.getTargetClass())))
                .as("the library is used at all")
                .isNotEmpty();
    }

    @Test
    void classesDoNotInheritFromEachOther() {
        assertThat(PROGRAM.stream()
                        .filter(type -> superclass(type).startsWith("dev.slipway"))
                        .filter(type -> !type.isEnum() && !type.isAnonymousClass()))
                .isEmpty();
    }

    private static String superclass(JavaClass type) {
        return type.getRawSuperclass().map(JavaClass::getName).orElse("");
    }

    @Test
    void namesSayWhatAClassIsFor() {
        classes()
                .should()
                .haveNameNotMatching(".*\\.(Base[A-Z]\\w*|\\w*(Utils?|Helper|Manager|Impl))")
                .check(PROGRAM);
    }

    @Test
    void onlyTheWaysInEndTheProgram() {
        assertThat(PROGRAM.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("exit"))
                        .map(call -> call.getOrigin().getFullName()))
                .containsExactlyInAnyOrder(
                        "dev.slipway.runner.Launcher.main([Ljava.lang.String;)",
                        "dev.slipway.runner.cli.Main.main([Ljava.lang.String;)");
    }

    @Test
    void onlyTheEdgeKnowsTheStreamsOfTheProcess() {
        assertThat(PROGRAM.stream()
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
                        .map(access -> access.getOriginOwner().getPackageName())
                        .distinct())
                .containsExactlyInAnyOrder(ROOT, ROOT + ".cli");
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() throws IOException {
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            List<Path> packages = paths.filter(Files::isDirectory)
                    .filter(folder -> javaFiles(folder).findAny().isPresent())
                    .toList();
            assertThat(packages).hasSizeGreaterThan(20);
            assertThat(packages)
                    .allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java")))
                            .matches("(?s)/// [A-Z][^\\n]*\\.\\n@NullMarked\\npackage .*"));
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
