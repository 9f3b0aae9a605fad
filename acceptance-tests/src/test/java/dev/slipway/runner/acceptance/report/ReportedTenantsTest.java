package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Many tenants are on one page.
final class ReportedTenantsTest {
    private static final String TENANTS = """
            [...document.querySelectorAll('#tenants details')].map(each => { each.open = true; return ''; }).join('')
            + text('tenants')""";

    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path folder;

    @BeforeEach
    void tenants() {
        project.with("V1__people.sql", "create table people (id int primary key);")
                .with("V2__email.sql", "alter table people add email text;");
        project.execute("create schema tenant_a; create schema tenant_b; create schema \"tenant_<b>\"");
        assertThat(project.run("upgrade", "--schemas", "tenant_?").exitCode()).isZero();
        assertThat(project.run("upgrade", "1", "--schemas", "tenant_<b>").exitCode())
                .isZero();
    }

    @Test
    void withAProofItTellsWhoDiffersAndHow() throws Exception {
        assertThat(project.run("prove").exitCode()).isZero();
        project.execute("alter table tenant_b.people add note text");
        assertThat(written()).isEqualTo("""
            exit 0
            wrote FILE: 2 revisions, 3 tenants
              1  no drift, is at 1
              1  no drift, is at 2
              1  drift, is at 2: column people.note is only in the database
            """);
        assertThat(new ShownPage(file(), "").evaluate(TENANTS)).isEqualTo("""
            Tenants
            1 no drift, is at 1
            tenant_<b>
            1 no drift, is at 2
            tenant_a
            1 drift, is at 2: column people.note is only in the database
            tenant_b""");
        assertThat(new ShownPage(file(), "").evaluate("document.querySelector('header').innerText"))
                .startsWith("""
                    Schema report
                    Scripts
                    2, head 2
                    Tenants
                    3
                    Written
                    """);
    }

    @Test
    void withoutAProofItTellsWhereTheyAre() {
        assertThat(written()).isEqualTo("""
            exit 0
            wrote FILE: 2 revisions, without the schema: there is no manifest.json, which `prove` writes, 3 tenants
              2  is at 2 (head)
              1  is at 1 (1 pending)
            """);
    }

    @Test
    void whoWasNeverMigratedIsPartOfIt() {
        project.execute("create schema tenant_new");
        assertThat(project.run("prove").exitCode()).isZero();
        assertThat(written()).isEqualTo("""
            exit 0
            wrote FILE: 2 revisions, 4 tenants
              2  no drift, is at 2
              1  no drift, is at 1
              1  not compared: database app on localhost:PORT is empty and has no history: nothing was applied yet
            """);
    }

    private Path file() {
        return folder.resolve("report.html");
    }

    private String written() {
        return project.run("report", "--output", file().toString(), "--schemas", "tenant_*")
                .text()
                .replace(file().toString(), "FILE");
    }
}
