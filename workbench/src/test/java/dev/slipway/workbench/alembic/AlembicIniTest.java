package dev.slipway.workbench.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlembicIniTest {
    private static final Path FOLDER = Path.of("/app");

    @Test
    void readsWhatAlembicWrites() {
        AlembicIni ini = ini("""
                # A generic, single database configuration.

                [other]
                script_location = elsewhere
                [alembic]
                # script_location = commented out
                script_location = %(here)s/db/alembic
                file_template = %%(year)d_%%(rev)s
                version_path_separator = os  # Use os.pathsep.

                [loggers]
                version_locations = none of these
                """);
        assertThat(ini.scriptLocation()).contains(Path.of("/app/db/alembic"));
        assertThat(ini.versionLocations()).isEmpty();
        assertThat(ini.isRecursive()).isFalse();
    }

    @Test
    void foldersAreSeparatedAsTheFileSays() {
        List<Path> folders = List.of(Path.of("/app/a"), Path.of("/app/b c"));
        assertThat(versions("version_locations = a:%(here)s/b c\nversion_path_separator = os"))
                .isEqualTo(folders);
        assertThat(versions("version_locations = a;b c\npath_separator = ;")).isEqualTo(folders);
        assertThat(versions("version_locations: a\n    b c\npath_separator: newline"))
                .isEqualTo(folders);
        assertThat(versions("version_locations = a, /b  %(dir)s/c\ndir = d\n"))
                .containsExactly(Path.of("/app/a"), Path.of("/b"), Path.of("/app/d/c"));
        assertThat(ini("[alembic]\nrecursive_version_locations = True").isRecursive())
                .isTrue();
    }

    @Test
    void aPackageIsAFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("app/db"));
        AlembicIni ini = AlembicIni.parse(folder.resolve("alembic.ini"), "[alembic]\nscript_location = app.db:alembic");
        assertThat(ini.scriptLocation()).contains(folder.resolve("app/db/alembic"));
    }

    private static List<Path> versions(String text) {
        return ini("[alembic]\n" + text).versionLocations();
    }

    private static AlembicIni ini(String text) {
        return AlembicIni.parse(FOLDER.resolve("alembic.ini"), text);
    }
}
