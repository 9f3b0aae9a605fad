package dev.slipway.runner.acceptance.fleet;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Two scripts, a database, and a list of tenants.
final class TenantProject implements BeforeEachCallback, AfterEachCallback {
    private final Project project = new Project();
    private Path list = Path.of("");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        list = Files.createTempFile("tenants", ".txt");
        project.with("V1__people.sql", "create table people (id int primary key, name text);")
                .with("V2__email.sql", "alter table people add email text;");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Files.delete(list);
        project.afterEach(context);
    }

    /// The scripts and the database.
    Project project() {
        return project;
    }

    /// Writes the list, and returns its name.
    String list(String... lines) throws IOException {
        return Files.writeString(list, String.join("\n", lines)).toString();
    }

    Run run(String... arguments) {
        Run run = project.run(arguments);
        return new Run(run.exitCode(), masked(run.out()), masked(run.err()));
    }

    private String masked(String text) {
        return text.replace(list.toString(), "LIST");
    }
}
