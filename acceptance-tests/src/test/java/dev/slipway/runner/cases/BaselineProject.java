package dev.slipway.runner.cases;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StockFlyway;
import java.util.List;
import org.flywaydb.core.Flyway;

/// The scripts of the case `baseline-script`.
final class BaselineProject {
    static final String B2 = "B2__fruit_as_of_2.sql";

    private BaselineProject() {}

    static void in(Project project) {
        Case.copied("baseline-script", project.folder());
    }

    static Flyway flyway(Project project) {
        return StockFlyway.on(project.database(), project.folder());
    }

    static List<String> history(Project project) {
        return project.query("select installed_rank, version, description, type, script, checksum, success"
                + " from flyway_schema_history order by 1");
    }
}
