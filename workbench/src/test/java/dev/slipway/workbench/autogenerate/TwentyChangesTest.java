package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A model of eight entities goes through twenty changes on filled tables. People do nothing but choose values.
final class TwentyChangesTest {
    private static final Path SCHOOL = Path.of("src/test/resources/dev/slipway/workbench/school.txt");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    @Timeout(300)
    void leadUpAndDownOnRows() throws IOException {
        ModelStory story = ModelStory.read(SCHOOL);
        Project project = Project.in(folder);
        project.write("R__none.sql", "select 1;\n");
        written(project, "begin", story.model(), List.of());
        project.succeeds("upgrade");
        project.database().execute(story.rows());
        String model = story.model();
        for (ModelStory.Change change : story.changes()) {
            model = change.applied(model);
            String before = project.newest();
            Path entities = written(project, change.name(), model, change.options());
            leadUpAndDown(project, before);
            assertThat(project.autogenerate(entities, List.of()).out())
                    .as(change.name())
                    .startsWith("no changes detected\n");
        }
        project.succeeds("drift");
        assertThat(story.changes()).hasSize(20);
        story.expect(told);
        assertThat(told).isEqualTo(ModelStory.read(SCHOOL).expected());
    }

    private Path written(Project project, String name, String model, List<String> options) {
        TreeSet<String> files = new TreeSet<>(project.texts().keySet());
        Path entities = project.compiled(name.replace(' ', '-'), new EntitySource(model));
        Run run = project.autogenerate(entities, name, options);
        assertThat(run.exitCode()).as(run.text()).isLessThanOrEqualTo(1);
        project.texts().keySet().stream()
                .filter(file -> file.startsWith("V") && !files.contains(file))
                .sorted((one, other) -> Integer.compare(version(one), version(other)))
                .forEach(told::add);
        return entities;
    }

    private static int version(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    private static void leadUpAndDown(Project project, String before) {
        project.choose();
        Run proved = project.run("prove");
        assertThat(proved.exitCode()).as(proved.text()).isLessThanOrEqualTo(1);
        project.succeeds("upgrade");
        project.succeeds("downgrade", before, "--yes");
        project.succeeds("upgrade");
    }
}
