package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.hazard.HazardPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/// The documents say what the code says.
class DocumentsTest {
    @Test
    void exitCodesAreThoseOfTheCode() {
        ExitCodesDocument.render().verify();
    }

    @Test
    void settingsAreThoseOfTheCommandLine() {
        SettingsDocument.render().verify();
    }

    @Test
    void variablesThatAreKnownAreThoseOfTheCommandLine() {
        VariablesList.render().verify();
    }

    @Test
    void flywaysSettingsAreThoseOfTheCode() {
        FromFlywayDocument.render().verify();
    }

    @Test
    void commandPagesAreThoseOfTheCommandLine() {
        List<CommandSpec> commands = CommandModel.commands();
        CommandIndex.render(commands).verify();
        commands.forEach(command -> CommandPage.render(command).verify());

        assertThat(Checkout.files(".md").stream()
                        .filter(file -> file.startsWith(CommandPage.FOLDER))
                        .map(file -> file.substring(CommandPage.FOLDER.length()))
                        .filter(file -> !file.equals("README.md")))
                .as("pages of commands; delete those of a command that is gone")
                .containsExactlyInAnyOrderElementsOf(
                        commands.stream().map(command -> command.name() + ".md").toList());
    }

    @Test
    void hazardPagesAreThoseOfTheHazards() {
        String folder = "docs/hazards/";
        new GeneratedDocument(folder + "README.md", HazardPage.index()).verify();
        for (Hazard hazard : Hazard.values()) {
            new GeneratedDocument(hazard.page(), HazardPage.of(hazard).render()).verify();
        }

        assertThat(Checkout.files(".md").stream()
                        .filter(file -> file.startsWith(folder) && !file.endsWith("README.md")))
                .as("pages of hazards; delete those of a hazard that is gone")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Hazard.values()).map(Hazard::page).toList());
    }

    @Test
    void architectureNamesOnlyWhatExists() {
        NamedThings named = NamedThings.in("ARCHITECTURE.md");

        assertThat(named.all()).hasSizeGreaterThan(20);
        assertThat(named.missing()).isEmpty();
    }

    @Test
    void architectureListsTheFeaturesOfTheEngine() throws IOException {
        Path engine = Checkout.path("migrations-runner/src/main/java/dev/slipway/runner/engine");
        try (Stream<Path> features = Files.list(engine)) {
            assertThat(matches("\\d+\\. `engine\\.([a-z]+)`", Checkout.read("ARCHITECTURE.md")))
                    .isEqualTo(features.map(feature -> feature.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void contributingNamesOnlyWhatExists() {
        NamedThings named = NamedThings.in("CONTRIBUTING.md");

        assertThat(named.all()).hasSizeGreaterThan(10);
        assertThat(named.missing()).isEmpty();
    }

    @Test
    void linksLeadSomewhere() {
        List<String> documents = Checkout.files(".md");
        List<String> broken = documents.stream()
                .flatMap(document -> matches("\\]\\((?!https?:)([^)#]+)", Checkout.read(document)).stream()
                        .filter(link -> !Files.exists(
                                Checkout.path(document).resolveSibling(link).normalize()))
                        .map(link -> document + " -> " + link))
                .toList();

        assertThat(documents).hasSizeGreaterThan(8);
        assertThat(broken).isEmpty();
    }

    @Test
    void variablesOfTheDatabaseAreThoseRead() {
        String connect = "migrations-runner/src/main/java/dev/slipway/runner/postgres/connect/";
        Set<String> read = new TreeSet<>();
        for (String type : List.of("ConnectionSettings", "LibpqVariables", "PasswordSources")) {
            read.addAll(matches("\"((?:DATABASE_|PG)[A-Z_]+)\"", Checkout.read(connect + type + ".java")));
        }

        assertThat(matches("`((?:DATABASE_|PG)[A-Z_]+)`", settings("## The database")))
                .isEqualTo(read);
    }

    @Test
    void variablesOfTheServiceAreThoseRead() {
        Set<String> read =
                matches("\\$\\{([A-Z_]+):", Checkout.read("backend-service/src/main/resources/application.properties"));
        Checkout.files(".java").stream()
                .filter(file -> file.startsWith("backend-service/src/main/"))
                .forEach(file -> read.addAll(matches(
                        "\\.(?:text|content|number|duration|choice)\\(\\s*\"([A-Z_]+)\"", Checkout.read(file))));

        assertThat(matches("`([A-Z_]+)`", settings("## The service"))).isEqualTo(read);
    }

    @Test
    void serviceNeedsTheNewestScript() {
        String revision = Checkout.read("shared-model/src/main/java/dev/slipway/model/SchemaRevision.java");

        assertThat(matches("REQUIRED = \"([^\"]+)\"", revision))
                .containsExactly(ScriptReader.read(List.of(Location.parse(Reference.SCRIPTS.toString())))
                        .newest()
                        .orElseThrow()
                        .toString());
    }

    /// The part of the page on settings under a heading.
    private static String settings(String heading) {
        String page = Checkout.read("docs/settings.md");
        int start = page.indexOf(heading);
        assertThat(start).isPositive();
        int end = page.indexOf("\n## ", start);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static Set<String> matches(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void filesAreAsShortAsTheRulesSay() {
        assertThat(Checkout.read("CONTRIBUTING.md")).contains("A file has at most 250 lines");
        assertThat(Checkout.files(".java"))
                .hasSizeGreaterThan(500)
                .allSatisfy(file -> assertThat(Checkout.read(file).lines()).hasSizeLessThanOrEqualTo(250));
    }

    @Test
    void everyClassHasANameOfItsOwnInTheWholeHouse() {
        List<String> names = Checkout.files(".java").stream()
                .filter(file -> file.contains("/src/main/"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .filter(name -> !Set.of("Main.java", "package-info.java", "module-info.java")
                        .contains(name))
                .toList();

        assertThat(names).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
    }
}
