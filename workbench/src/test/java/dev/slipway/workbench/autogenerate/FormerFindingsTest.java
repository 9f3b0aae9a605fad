package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who writes scripts for a change is told of these, and not each time anew of what nobody may edit any more.
final class FormerFindingsTest {
    @TempDir
    Path folder;

    @Test
    void ofScriptsThatStoodBeforeProblemsAreOnlyCounted() {
        Project project = Project.in(folder);
        project.write("V1__begin.sql", "create table users (id bigint primary key, name varchar(255) not null);\n");
        project.write("U1__begin.sql", "drop table users;\n");
        project.write("V2__index.sql", "create index users_name on users (name);\n");
        project.write("U2__index.sql", "drop index users_name;\n");
        EntitySource user = EntitySource.ofJakarta("""
                @Entity @Table(name = "users", indexes = @Index(name = "users_name", columnList = "name"))
                record User(@Id Long id, String name, @Column(nullable = true) String note) {}
                """);

        Run run = project.autogenerate(project.compiled("entities", user), List.of());

        assertThat(run.text().replaceAll("\\b\\d+(\\.\\d)? (ms|s)\\b", "TIME").replace(folder.toString(), "FOLDER"))
                .isEqualTo("""
                exit 0
                proved 1  begin: adds 4 objects  TIME
                proved 2  index: adds 1 object; 2 hazards  TIME
                proved 3  change: adds 1 object  TIME
                the scripts do not give what the entities ask for:
                  column users.note is missing
                revision 3 (change)
                  wrote FOLDER/scripts/V3__change.sql
                  wrote FOLDER/scripts/U3__change.sql
                no problems of the new scripts (2 of older ones, which `prove` tells): 3 revisions, 3 scripts proved now; FOLDER/scripts/manifest.json is written
                next: read the scripts, and run `upgrade`
                """);
        assertThat(project.run("prove").exitCode()).isEqualTo(1);
    }
}
