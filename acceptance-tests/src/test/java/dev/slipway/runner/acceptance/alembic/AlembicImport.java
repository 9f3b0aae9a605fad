package dev.slipway.runner.acceptance.alembic;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/// `import-alembic` from a project into a folder, neither of which is named in what is printed.
record AlembicImport(AlembicProject project, Path scripts) {
    Run run(String... options) {
        return masked(Run.with(
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        "import-alembic",
                                        project.migrations().toString(),
                                        "--locations",
                                        scripts.toString()),
                                Arrays.stream(options))
                        .toArray(String[]::new)));
    }

    Run masked(Run run) {
        return new Run(run.exitCode(), masked(run.out()), masked(run.err()));
    }

    private String masked(String text) {
        return text.replace(scripts.toString(), "FOLDER")
                .replace(project.folder().toString(), "PROJECT");
    }
}
