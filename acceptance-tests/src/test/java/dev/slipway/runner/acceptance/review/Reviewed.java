package dev.slipway.runner.acceptance.review;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Commands as they run in a checkout at whose top the scripts lie.
final class Reviewed {
    private Reviewed() {}

    static void twoScripts(Project project) {
        project.with("V1__users.sql", "create table users (id int);\n")
                .with("V2__email.sql", "alter table users add email text;\n");
    }

    static String run(Project project, String command, String format, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--format", format));
        arguments.addAll(List.of("--locations", project.folder().toString()));
        arguments.addAll(List.of(more));
        Map<String, String> environment = new HashMap<>();
        environment.put("GITHUB_WORKSPACE", project.folder().toString());
        if (command.equals("plan")) {
            environment.put("DATABASE_URL", project.database().url());
        }
        return Run.with(environment, arguments.toArray(String[]::new))
                .masked(project.database(), project.folder())
                .text()
                .replaceAll("test\\\\_\\d+", "app");
    }
}
