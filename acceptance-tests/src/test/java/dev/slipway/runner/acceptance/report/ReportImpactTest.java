package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is pending is shown with what it is going to do to large tables.
final class ReportImpactTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void aPendingScriptTellsWhatItDoesToALargeTable(@TempDir Path folder) throws Exception {
        ReportedScripts.write(project);
        project.with("V3__no_nick.sql", "alter table users alter id type numeric;\n");
        Proved.on(project.folder());
        project.run("upgrade", "2");
        project.execute("insert into users select n, 'name ' || n, repeat('x', 200) from generate_series(1, 40000) n");
        Path file = folder.resolve("report.html");
        assertThat(project.run("report", "--output", file.toString()).exitCode())
                .isZero();

        assertThat(new ShownPage(file, "")
                        .evaluate("text('pending')")
                        .replaceAll("\\d+ MB, about .* under", "N MB, about TIME under")
                        .replaceAll("[\\d,]+ writes/s", "N writes/s"))
                .isEqualTo("""
                    Pending
                    3 no nick
                    3 rewrites public.users: N MB, about TIME under ACCESS EXCLUSIVE; N writes/s would wait
                    alter table users alter id type numeric;
                    R names
                    create or replace view names as select name from users;""");
    }
}
