package dev.slipway.runner.command;

import dev.slipway.runner.engine.script.Wildcards;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a Flyway project has its scripts, as `--locations` would say it.
///
/// Flyway runs with the class path of the project; Slipway does not, and looks into the project's resources instead. A
/// location that is missing is passed over, as by Flyway, unless all are.
///
/// @param directory the one of the project
record FlywayLocations(FlywaySettings settings, Path directory) {
    private static final String FILESYSTEM = "filesystem:";
    private static final String CLASSPATH = "classpath:";
    private static final String RESOURCES = "src/main/resources";

    /// Where the command line of Flyway looks, and then Flyway itself.
    private static final String SQL = "sql";

    private static final String DEFAULT = "db/migration";

    /// @param inFiles whether the project has files for its settings
    Optional<String> locations(boolean inFiles) {
        List<String> given = given();
        if (given.isEmpty()) {
            return otherwise(inFiles);
        }
        List<String> missing = missing();
        return Optional.of(String.join(
                ",",
                given.stream().filter(location -> !missing.contains(location)).toList()));
    }

    /// Those that are passed over.
    List<String> missing() {
        List<String> given = given();
        boolean refused = settings.value(FlywaySetting.FAIL_ON_MISSING_LOCATIONS)
                .filter(Boolean::parseBoolean)
                .isPresent();
        List<String> missing =
                given.stream().filter(location -> !isThere(location)).toList();
        return refused || missing.size() == given.size() ? List.of() : missing;
    }

    private Optional<String> otherwise(boolean inFiles) {
        if (inFiles && Files.isDirectory(directory.resolve(SQL))) {
            return Optional.of(FILESYSTEM + directory.resolve(SQL));
        }
        return Optional.of(resolved(DEFAULT)).filter(location -> location.startsWith(FILESYSTEM));
    }

    private List<String> given() {
        return settings.value(FlywaySetting.LOCATIONS).stream()
                .flatMap(FlywaySettings::list)
                .map(this::resolved)
                .toList();
    }

    /// Flyway takes a location without a prefix for one on the class path.
    private String resolved(String location) {
        if (location.contains(":") && !location.startsWith(CLASSPATH)) {
            return location;
        }
        String path = location.replaceFirst("^" + CLASSPATH, "").replaceFirst("^/+", "");
        Path source = directory.resolve(RESOURCES).resolve(Wildcards.split(path).root());
        return Files.isDirectory(source) ? FILESYSTEM + directory.resolve(RESOURCES) + "/" + path : CLASSPATH + path;
    }

    private boolean isThere(String location) {
        if (location.startsWith(CLASSPATH)) {
            String root =
                    Wildcards.split(location.substring(CLASSPATH.length())).root();
            return FlywayLocations.class.getClassLoader().getResource(root) != null;
        }
        return !location.startsWith(FILESYSTEM) || isFolder(location.substring(FILESYSTEM.length()));
    }

    private boolean isFolder(String path) {
        try {
            return Wildcards.split(path).wildcards().isPresent() || Files.isDirectory(directory.resolve(path));
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
