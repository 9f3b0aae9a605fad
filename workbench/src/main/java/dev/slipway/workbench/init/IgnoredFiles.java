package dev.slipway.workbench.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What must not get into git: passwords, and all that is in the database.
final class IgnoredFiles {
    private static final Path NAME = Path.of(".gitignore");

    private IgnoredFiles() {}

    /// The lines that a project's own `.gitignore` lacks.
    static List<String> missing(Path folder) {
        Set<String> own = lines(folder).stream().map(IgnoredFiles::bare).collect(Collectors.toSet());
        return ProjectFiles.text("gitignore")
                .lines()
                .filter(line -> !line.startsWith("#") && !own.contains(bare(line)))
                .toList();
    }

    private static List<String> lines(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(NAME));
        } catch (IOException _) {
            return List.of();
        }
    }

    /// `/backups/`, `backups` and `backups/` are the same to who means the folder at the top.
    private static String bare(String line) {
        return line.strip().replaceAll("^/|/$", "");
    }
}
