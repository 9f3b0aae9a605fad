package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where scripts are looked for.
final class LocationTest {
    @TempDir
    private Path folder;

    private GivenFolder given = new GivenFolder(Path.of("."));

    @BeforeEach
    void folder() {
        given = new GivenFolder(folder);
    }

    @Test
    void joinsSeveralLocations() throws IOException {
        given.write("common/V1__a.sql", "select 1;");
        given.write("special/V2__b.sql", "select 2;");
        assertThat(GivenFolder.listed(
                        given.read("filesystem:" + folder.resolve("common"), folder.resolve("special") + "")))
                .containsExactly("1: a (V1__a.sql)", "2: b (V2__b.sql)");
    }

    @Test
    void aFileReachedThroughTwoLocationsIsOneScript() throws IOException {
        given.write("deep/V1__a.sql", "select 1;");
        given.write("deep/R__b.sql", "select 1;");
        assertThat(GivenFolder.listed(
                        given.read("filesystem:" + folder, "filesystem:" + folder.resolve("deep"), "" + folder)))
                .containsExactly("1: a (deep/V1__a.sql)", "R b: b (deep/R__b.sql)");
    }

    @Test
    void readsAMountedConfigMapOnce() throws IOException {
        given.write("..2026_11_21_09_30_00.123456789/V1__a.sql", "select 1;");
        given.write("..2026_11_21_09_30_00.123456789/V2__b.sql", "select 2;");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_21_09_30_00.123456789"));
        Files.createSymbolicLink(folder.resolve("V1__a.sql"), Path.of("..data", "V1__a.sql"));
        Files.createSymbolicLink(folder.resolve("V2__b.sql"), Path.of("..data", "V2__b.sql"));
        assertThat(GivenFolder.listed(given.read())).containsExactly("1: a (V1__a.sql)", "2: b (V2__b.sql)");
    }

    @Test
    void followsALinkToAFolder(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("V1__a.sql"), "select 1;");
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
        assertThat(GivenFolder.listed(given.read())).containsExactly("1: a (linked/V1__a.sql)");
    }

    @Test
    void refusesAFolderThatContainsItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(given.failure()).isEqualTo("""
            USAGE: folder "$/loop" cannot be read: it is a link to a folder that it lies in
            nothing was changed
            remove the link, or correct --locations\
            """);
    }

    @Test
    void readsAClassFolder() {
        assertThat(GivenFolder.listed(given.read("classpath:/dev/slipway/runner/engine/script/location/")))
                .containsExactly("1: first (V1__first.sql)", "2: second (deeper/V2__second.sql)");
    }

    @Test
    void refusesAFolderWithoutScripts() throws IOException {
        given.write("README.md", "no script");
        given.write(".hidden/V1__a.sql", "select 1;");
        given.write("deep/.V1__a.sql", "select 1;");
        assertThat(given.failure()).isEqualTo("""
            USAGE: no scripts found in filesystem:$
            nothing was changed
            put a file like V1__create_users.sql there, or correct --locations\
            """);
    }

    @Test
    void namesAllLocationsThatHaveNoScripts() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        assertThat(given.failure("filesystem:" + folder.resolve("a"), folder.resolve("b") + ""))
                .isEqualTo("""
                    USAGE: no scripts found in filesystem:$/a, filesystem:$/b
                    nothing was changed
                    put a file like V1__create_users.sql there, or correct --locations\
                    """);
    }

    @Test
    void refusesAMissingFolder() {
        assertThat(given.failure("filesystem:" + folder.resolve("missing"))).isEqualTo("""
            USAGE: location "$/missing" does not exist
            nothing was changed
            correct --locations, or mount the scripts there\
            """);
        assertThat(given.failure("classpath:no/such/folder")).isEqualTo("""
            USAGE: location "classpath:no/such/folder" does not exist
            nothing was changed
            correct --locations, for example filesystem:/migrations\
            """);
    }

    @Test
    void refusesOtherKindsOfLocation() {
        assertThat(given.failure("s3:bucket/migrations")).isEqualTo("""
            USAGE: location "s3:bucket/migrations" is neither classpath: nor filesystem:
            nothing was changed
            write --locations filesystem:/migrations\
            """);
        assertThat(given.failure("filesystem:")).isEqualTo("""
            USAGE: location "filesystem:" is neither classpath: nor filesystem:
            nothing was changed
            write --locations filesystem:/migrations\
            """);
    }

    @Test
    void aLocationWithoutScriptsIsNoFaultWhereThereMayBeNone() {
        assertThat(ScriptReader.inspectAny(new ScriptSource(List.of(Location.parse("filesystem:" + folder))))
                        .scripts()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void onlyAFolderCanBeWrittenTo() {
        assertThat(Location.parse("filesystem:/migrations").folder()).contains(Path.of("/migrations"));
        assertThat(Location.parse("migrations").folder()).contains(Path.of("migrations"));
        assertThat(Location.parse("classpath:db/migration").folder()).isEmpty();
    }
}
