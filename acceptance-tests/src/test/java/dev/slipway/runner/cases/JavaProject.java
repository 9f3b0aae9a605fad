package dev.slipway.runner.cases;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The case `java-migrations-of-old-flyway-in-the-history`, with a database that has its history.
final class JavaProject {
    static final String STAND_IN = "V1_1__NormalizeNames.sql";

    private static final String CASE = "java-migrations-of-old-flyway-in-the-history";

    private JavaProject() {}

    /// Without the stand-in.
    static void in(Project project) throws IOException {
        Case.copied(CASE, project.folder());
        project.execute(Files.readString(project.folder().resolve("setup.sql")));
        project.without("setup.sql").without("stand-in/" + STAND_IN);
    }

    static void standIn(Project project) {
        Case.copied(CASE + "/stand-in", project.folder());
    }

    static List<String> rows(Project project) {
        return project.query("select installed_rank, version, type, script, checksum, success"
                + " from flyway_schema_history order by 1");
    }

    static List<String> columns(Project project) {
        return project.query("select attname from pg_attribute where attrelid = 'accounts'::regclass and attnum > 0"
                + " order by attnum");
    }
}
