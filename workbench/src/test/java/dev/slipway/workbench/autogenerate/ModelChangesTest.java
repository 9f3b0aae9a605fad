package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file of `models` is a model, another one, and the scripts that lead from one to the other. To write the
/// scripts anew, set the property `slipway.write-docs`; for some of them, `slipway.models` to a part of their names.
@Execution(ExecutionMode.CONCURRENT)
final class ModelChangesTest {
    private static final Pattern SUMMARY = Pattern.compile("^(no problems|\\d+ problems?): |^next: ");
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\|.*\\| `([a-z-]+)` \\|$");
    private static final String WRITE = "slipway.write-docs";
    private static final String SOME = "slipway.models";

    /// The scripts and the manifest that models begin with.
    private static final Map<String, Map<String, String>> BEGUN = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    static List<Path> changes() throws IOException {
        try (Stream<Path> files = Files.list(ModelChange.FOLDER)) {
            return files.filter(file -> file.getFileName().toString().contains(System.getProperty(SOME, "")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void becomesScriptsThatLeadUpAndDownOnRows(Path file) {
        ModelChange change = ModelChange.read(file);
        Project project = Project.in(folder);
        begin(project, change);
        Map<String, String> first = project.texts();
        Path after = project.compiled("after", change.after());

        Run run = project.autogenerate(after, change.options());

        Map<String, String> written = new TreeMap<>(project.texts());
        written.keySet().removeAll(first.keySet());
        assertThat(run.exitCode()).as(run.text()).isLessThanOrEqualTo(1);
        String seen = (masked(summary(run)) + texts(written)).strip();
        if (!written.isEmpty()) {
            leadUpAndDown(project);
        }
        String afterwards =
                masked(project.autogenerate(after, List.of()).text()).strip();
        if (System.getProperty(WRITE) != null) {
            change.expect(seen, afterwards);
        }
        ModelChange expected = ModelChange.read(file);
        assertThat(seen).isEqualTo(expected.section("expected"));
        assertThat(afterwards).contains("\nno changes detected").isEqualTo(expected.afterwards());
    }

    @Test
    void areShownInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../docs/how-to/scripts-from-the-model.md"));
        List<String> shown =
                SHOWN.matcher(guide).results().map(row -> row.group(1) + ".txt").toList();

        List<String> rows = guide.lines()
                .dropWhile(line -> !line.startsWith("| change |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(30)
                .allMatch(row -> SHOWN.matcher(row).find());
        assertThat(shown)
                .allSatisfy(name -> assertThat(ModelChange.FOLDER.resolve(name)).exists());
    }

    private String masked(String text) {
        return text.replace(folder.toString(), "FOLDER");
    }

    private static void begin(Project project, ModelChange change) {
        if (change.section("scripts").isEmpty()) {
            BEGUN.computeIfAbsent(change.section("before"), _ -> firstScripts(project, change))
                    .forEach(project::write);
        } else {
            project.write("V1__begin.sql", change.section("scripts"));
        }
        project.succeeds("upgrade");
        if (!change.section("rows").isEmpty()) {
            project.database().execute(change.section("rows"));
        }
    }

    private static Map<String, String> firstScripts(Project project, ModelChange change) {
        Run begun = project.autogenerate(project.compiled("before", change.before()), List.of());
        assertThat(begun.out()).as(begun.text()).contains("V1__change.sql");
        return project.files();
    }

    private static void leadUpAndDown(Project project) {
        if (project.choose()) {
            prove(project);
        }
        project.succeeds("upgrade");
        project.succeeds("downgrade", "1", "--yes");
        project.succeeds("upgrade");
    }

    /// What is dangerous is told in other tests.
    private static void prove(Project project) {
        Run run = project.run("prove");
        assertThat(run.exitCode()).as(run.text()).isLessThanOrEqualTo(1);
        assertThat(run.out()).doesNotContain("which the script does not have");
    }

    /// What was found, without what was proved of it.
    private static String summary(Run run) {
        return run.out()
                .lines()
                .dropWhile(line -> line.startsWith("proved "))
                .takeWhile(line -> !SUMMARY.matcher(line).find())
                .filter(line -> !line.startsWith("revision ") && !line.startsWith("  wrote "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String texts(Map<String, String> scripts) {
        return scripts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> order(one).compareTo(order(other))))
                .map(script -> "--- %s\n%s".formatted(script.getKey(), script.getValue()))
                .collect(Collectors.joining());
    }

    /// By version, and what leads up before what leads down.
    private static String order(String name) {
        int version = Integer.parseInt(name.substring(1, name.indexOf("__")));
        return "%04d%s".formatted(version, name.startsWith("V") ? "a" : "b");
    }
}
