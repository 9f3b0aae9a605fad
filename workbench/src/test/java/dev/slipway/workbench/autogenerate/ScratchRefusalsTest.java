package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What PostgreSQL refuses on the scratch database, of scripts that are there or that would be written.
@Execution(ExecutionMode.CONCURRENT)
final class ScratchRefusalsTest {
    private static final EntitySource USERS = new EntitySource("""
            @MappedEntity("users")
            record User(@Id @GeneratedValue @Nullable Long id, String name) {}
            """);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = Project.ofUsers(folder);
    }

    @Test
    void saysThatValuesDoNotBecomeThoseOfAnotherType() {
        project.write("V2__tags.sql", "alter table users add column tags text[], add column loud boolean;\n");
        assertThat(
                        otherTypes(
                                "@TypeDef(type = io.micronaut.data.model.DataType.JSON) @Nullable List<String> tags, @Nullable Boolean loud"))
                .isEqualTo(otherType(
                        "cannot cast type text[] to jsonb", "alter column tags type jsonb using tags::jsonb"));
        assertThat(otherTypes("@Nullable String[] tags, @Nullable DayOfWeek loud"))
                .contains("help:  PostgreSQL does not convert these values by itself: ");
    }

    private String otherTypes(String properties) {
        return masked(project.autogenerate(
                project.compiled("other" + properties.length(), new EntitySource("""
                        @MappedEntity("users")
                        record User(@Id @GeneratedValue @Nullable Long id, @MappedProperty(definition = "text not null") String name, %s) {}
                        """.formatted(properties))),
                List.of()));
    }

    private static String otherType(String error, String action) {
        return """
                exit 3
                --- stderr
                error: the tables cannot become those of the model: %s
                  alter table users %s
                  state: nothing was written
                  help:  PostgreSQL does not convert these values by itself: write the conversion in a \
                revision by hand, or map the property to another column
                """.formatted(error, action);
    }

    @Test
    void saysThatAScriptFailedOnAScratchDatabaseOnly() {
        project.write("V2__broken.sql", "alter table users add column nick nothing;\n");

        assertThat(masked(project.autogenerate(project.compiled("entities", USERS), List.of())))
                .isEqualTo("""
                exit 6
                --- stderr
                error: script "V2__broken.sql" failed at line 1, column 35: type "nothing" does not exist
                   --> FOLDER/scripts/V2__broken.sql:1:35
                  1 | alter table users add column nick nothing;
                    |                                   ^
                  sqlstate: 42704
                  state: this run proved nothing; 2 ran on a scratch database, which was dropped
                  help:  correct the script, or name a server with the extension that brings it (--scratch-url), and run `prove` again
                """);
    }

    private String masked(Run run) {
        return run.text().replace(folder.toString(), "FOLDER");
    }
}
