package dev.slipway.workbench.command;

import dev.slipway.runner.command.Report;
import dev.slipway.runner.model.Plural;
import dev.slipway.workbench.init.Names;
import dev.slipway.workbench.init.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Writes what a service of one's own needs to run Slipway: scripts, compose, Kubernetes, CI.",
        footer = {
            "",
            "A first script and its undo script, Dockerfile.migrations for an image with the scripts, compose.yaml with",
            ".env.example, the roles, two manifests for Kubernetes, and workflows for GitHub and GitLab, with the names",
            "of the project. No file is overwritten: if one is there, nothing is written, and the exit code is 3.",
            "",
            "Examples:",
            "  slipway init",
            "  slipway init --name my-shop --service-image registry.example.org/my-shop:1.2",
            "  slipway init --missing     (leaves files that are there as they are)"
        })
final class InitCommand implements Callable<Report> {
    /// @param files those that were written
    record Result(String folder, String name, List<String> files) {}

    @Option(names = "--directory", paramLabel = "FOLDER", defaultValue = ".", description = "the folder of the project")
    private Path folder = Path.of(".");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "how the project is called in images, services, database and roles; else as its folder")
    private @Nullable String name;

    @Option(names = "--service-image", paramLabel = "IMAGE", description = "the image of the service; else NAME:latest")
    private @Nullable String image;

    @Option(names = "--missing", description = "write the files that are not there, and leave the others as they are")
    private boolean missing;

    @Override
    public Report call() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String project = name != null ? name : last == null ? "" : last.toString();
        Names names = new Names(project, image == null ? project + ":latest" : image);
        List<String> files = new ProjectFiles(folder, names).write(missing);
        Result result = new Result(folder.toString(), project, files);
        return Report.done(result, text(result));
    }

    private static String text(Result result) {
        return result.files().isEmpty()
                ? "nothing to write: all files are there"
                : "%s%nwrote %s for %s; next: `slipway prove`, copy .env.example to .env, `docker compose up --build`"
                        .formatted(
                                result.files().stream().collect(Collectors.joining(System.lineSeparator())),
                                Plural.of(result.files().size(), "file"),
                                result.name());
    }
}
