package dev.slipway.workbench.init;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files of a new project: written all or none, and never over another.
public record ProjectFiles(Path folder, Names names) {
    private static final Pattern INCLUDE = Pattern.compile("(?m)^( *)@include (\\S+)@\n");

    private record Template(String resource, String path) {
        /// Whether most projects have one of their own, which stays as it is.
        boolean isOptional() {
            return path.equals(".gitignore") || path.equals(".dockerignore");
        }

        boolean isScript() {
            return path.startsWith(MIGRATIONS);
        }

        boolean isProgram() {
            return path.endsWith(".sh");
        }

        static Template script(String name) {
            return new Template("scripts/" + name, "scripts/" + name);
        }
    }

    static final String MIGRATIONS = "migrations/";

    /// The script with which a project begins that has none.
    public static final String FIRST = MIGRATIONS + "V1__rights_of_the_service.sql";

    private static final List<Template> TEMPLATES = List.of(
            new Template("first.sql", FIRST),
            new Template("undo.sql", MIGRATIONS + "U1__rights_of_the_service.sql"),
            new Template("Dockerfile", "Dockerfile.migrations"),
            new Template("compose.yaml", "compose.yaml"),
            new Template("env.example", ".env.example"),
            new Template("gitignore", ".gitignore"),
            new Template("dockerignore", ".dockerignore"),
            Template.script("functions.sh"),
            Template.script("slipway.sh"),
            Template.script("test-migrations.sh"),
            Template.script("update-backend.sh"),
            Template.script("deploy.sh"),
            Template.script("rollback.sh"),
            new Template("roles.sql", "deploy/roles.sql"),
            new Template("init-container.yaml", "deploy/kubernetes/init-container.yaml"),
            new Template("job.yaml", "deploy/kubernetes/job.yaml"),
            new Template("helm-values.yaml", "deploy/kubernetes/helm-values.yaml"),
            new Template("pod.yaml", "deploy/podman/pod.yaml"),
            new Template("pod-settings.yaml", "deploy/podman/settings.example.yaml"),
            new Template("github.yml", ".github/workflows/migrations.yml"),
            new Template("gitlab-ci.yml", ".gitlab-ci.yml"));

    /// @param missing whether files that are there are left as they are, and only the others are written
    /// @param rights whether the service gets its rights by the next version's script, where others are there
    /// @throws SlipwayException with `FilesExist`, or with a usage failure if one cannot be written
    public WrittenFiles write(boolean missing, boolean rights) {
        RightsScript script = new RightsScript(folder, names);
        boolean begun = script.isBesideOthers();
        boolean without = begun && !script.isThere();
        List<Template> open = TEMPLATES.stream()
                .filter(this::isMissing)
                .filter(template -> !begun || !template.isScript())
                .toList();
        requireRoom(missing);
        if (without && rights) {
            script.check();
        }
        List<Path> written = new ArrayList<>();
        for (Template template : open) {
            write(template, written);
        }
        List<String> files = new ArrayList<>(open.stream().map(Template::path).toList());
        if (without && rights) {
            files.addAll(0, write(script, written));
        }
        return new WrittenFiles(files, without && !rights, IgnoredFiles.missing(folder));
    }

    private void requireRoom(boolean missing) {
        List<String> inTheWay = TEMPLATES.stream()
                .filter(template -> !template.isOptional() && !isMissing(template))
                .map(Template::path)
                .toList();
        if (!missing && !inTheWay.isEmpty()) {
            throw new SlipwayException(new FilesExist(inTheWay));
        }
    }

    private static List<String> write(RightsScript script, List<Path> written) {
        try {
            return script.write();
        } catch (SlipwayException e) {
            takeBack(written);
            throw e;
        }
    }

    private boolean isMissing(Template template) {
        return Files.notExists(folder.resolve(template.path()), LinkOption.NOFOLLOW_LINKS);
    }

    private void write(Template template, List<Path> written) {
        Path file = folder.resolve(template.path());
        String text = names.in(text(template.resource()));
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            written.add(file);
            if (template.isProgram() && !file.toFile().setExecutable(true, false)) {
                throw new IOException("it cannot be made executable");
            }
        } catch (IOException e) {
            takeBack(written);
            throw new SlipwayException(
                    new UsageFailure(
                            "file \"%s\" cannot be written: %s".formatted(file, e),
                            "name a folder that you may write to with --directory"),
                    e);
        }
    }

    /// A template in which each line that names another one is replaced by it.
    static String text(String resource) {
        return INCLUDE.matcher(TextResource.read(ProjectFiles.class, resource))
                .replaceAll(line -> Matcher.quoteReplacement(
                        text(line.group(2)).indent(line.group(1).length())));
    }

    private static void takeBack(List<Path> written) {
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // what cannot be deleted is named by the next call
            }
        }
    }
}
