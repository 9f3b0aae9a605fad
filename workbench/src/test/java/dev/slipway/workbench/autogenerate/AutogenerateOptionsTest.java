package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was typed is read, or refused.
final class AutogenerateOptionsTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = Project.in(folder);
        project.write("V1__begin.sql", "create table users (id bigint);\n");
        project.write("U1__begin.sql", "drop table users;\n");
    }

    @Test
    void refusesOptionsThatNothingReadsWithoutAutogenerate() {
        assertThat(text("revision", "-m", "change", "--rename", "users.name=users.full_name", "--rename", "a=b"))
                .isEqualTo("""
                exit 2
                --- stderr
                error: --rename without --autogenerate: nothing is read from the entities
                  state: nothing was changed
                  help:  type `revision --autogenerate -m TEXT --rename OLD=NEW`
                """);
        assertThat(text("revision", "-m", "change", "--one", "--drop", "a", "--entities", "classes"))
                .contains(
                        "error: --one, --drop, --entities without --autogenerate: nothing is read from the entities\n",
                        "type `revision --autogenerate -m TEXT --one --drop NAME --entities PATH`\n");
        assertThat(text("revision", "-m", "change", "--keep", "a", "--bridge", "users.name <-> users.nick"))
                .startsWith("exit 2\n--- stderr\nerror: --keep without --autogenerate: ");
        assertThat(project.texts()).hasSize(2);
    }

    @Test
    void entitiesThatAVariableNamesAreNoMistake() {
        Run run = Run.of(
                Map.of("SLIPWAY_ENTITIES", "target/classes"),
                "revision",
                "-m",
                "change",
                "--locations",
                "filesystem:" + project.scripts());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.texts()).hasSize(4);
    }

    private String text(String... arguments) {
        return project.run(arguments).text();
    }
}
