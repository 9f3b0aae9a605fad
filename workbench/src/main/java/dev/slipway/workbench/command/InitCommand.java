package dev.slipway.workbench.command;

import dev.slipway.runner.command.Report;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.ProgramVersion;
import dev.slipway.workbench.init.Names;
import dev.slipway.workbench.init.ProjectFiles;
import dev.slipway.workbench.init.WrittenFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Writes the files a project needs to run Slipway: scripts, compose, Kubernetes, CI.",
        footer = {
            "",
            "A first script and its undo script, Dockerfile.migrations for an image with the scripts, compose.yaml with",
            ".env.example, the roles, manifests and Helm values for Kubernetes, and workflows for GitHub and GitLab,",
            "with the names of the project; in scripts/ what deploys with compose, tries scripts on a copy of the",
            "database, and goes back. No file is overwritten: if one is there, nothing is written, and the exit code",
            "is 3.",
            "",
            "Where migrations/ holds scripts already, no first script is written beside them. The role with which compose",
            "and Kubernetes let the service sign in then has no privileges yet: --rights writes the next version's script",
            "and its undo script, which grant it the rows of what is there and of what later scripts create.",
            "",
            "Examples:",
            "  slipway init",
            "  slipway init --name my-shop --service-image registry.example.org/my-shop:1.2",
            "  slipway init --missing     (leaves files that are there as they are)",
            "  slipway init --missing --rights --name my-shop     (in a project that has scripts)"
        })
final class InitCommand implements Callable<Report> {
    /// @param files those that were written
    /// @param rightsMissing whether nothing gives the role of the service its rights
    /// @param notIgnored lines that the project's own `.gitignore` lacks
    record Result(String folder, String name, List<String> files, boolean rightsMissing, List<String> notIgnored) {}

    @Option(names = "--directory", paramLabel = "FOLDER", defaultValue = ".", description = "the folder of the project")
    private Path folder = Path.of(".");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "how the project is called in images, services, database and roles; else as its folder")
    private @Nullable String name;

    @Option(names = "--service-image", paramLabel = "IMAGE", description = "the image of the service; else NAME:latest")
    private @Nullable String image;

    @Option(
            names = "--service-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "the port on which the service listens in its container")
    private int port;

    @Option(names = "--missing", description = "write the files that are not there, and leave the others as they are")
    private boolean missing;

    @Option(
            names = "--rights",
            description =
                    "beside scripts that are there, write the next version's, which gives the service its privileges")
    private boolean rights;

    @Override
    public Report call() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String project = name != null ? name : last == null ? "" : last.toString();
        Names names = new Names(
                project,
                image == null ? project + ":latest" : image,
                port,
                ProgramVersion.find().orElse("latest"));
        WrittenFiles written = new ProjectFiles(folder, names).write(missing, rights);
        Result result =
                new Result(folder.toString(), project, written.files(), written.rightsMissing(), written.notIgnored());
        return Report.done(result, text(result));
    }

    private static String text(Result result) {
        String warnings = warnings(result);
        if (result.files().isEmpty()) {
            return "nothing to write: all files are there" + warnings;
        }
        String first = result.files().contains(ProjectFiles.FIRST)
                ? "`slipway revision -m \"create notes\"`, write its SQL, and `slipway prove`"
                : "`slipway prove`, if a script is new";
        return """
                %s
                wrote %s for %s; next:
                  %s
                  copy .env.example to .env, keep that out of git, choose passwords, and `docker compose up --build`%s""".formatted(
                        result.files().stream().collect(Collectors.joining("\n")),
                        Plural.of(result.files().size(), "file"),
                        result.name(),
                        first,
                        warnings);
    }

    private static String warnings(Result result) {
        String rights = result.rightsMissing()
                ? "\nwarning: no script grants the role of the service its privileges: `slipway init --missing --rights` writes one"
                : "";
        return result.notIgnored().isEmpty()
                ? rights
                : "%s\nwarning: passwords and backups get into git: add these lines to .gitignore: %s"
                        .formatted(rights, String.join(" ", result.notIgnored()));
    }
}
