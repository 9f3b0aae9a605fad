package dev.slipway.runner.engine.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptReaderTest {
    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ScriptSet read(String... locations) {
        return ScriptReader.read(Arrays.stream(locations).map(Location::parse).toList());
    }

    private ScriptSet readFolder() {
        return read("filesystem:" + folder);
    }

    /// What people are told, the folder written as `$`.
    private String failure(String... locations) {
        SlipwayException exception = catchThrowableOfType(SlipwayException.class, () -> read(locations));
        Failure failure = exception.failure();
        return Stream.of(
                        Stream.of(failure.exitCode() + ": " + failure.message()),
                        failure.details().stream(),
                        Stream.of(failure.state(), failure.help()))
                .flatMap(lines -> lines)
                .reduce((before, line) -> before + "\n" + line)
                .orElseThrow()
                .replace(folder.toString(), "$");
    }

    private String folderFailure() {
        return failure("filesystem:" + folder);
    }

    private static List<String> listed(ScriptSet scripts) {
        return Stream.of(scripts.versioned(), scripts.undo(), scripts.repeatable())
                .flatMap(List::stream)
                .map(script -> "%s: %s (%s)"
                        .formatted(
                                script.label(),
                                script.description(),
                                script.file().path()))
                .toList();
    }

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @Test
    void readsScriptsInOrder() throws IOException {
        write("V10__ten.sql", "select 10;");
        write("V2__two.sql", "select 2;");
        write("old/2025/V1.1__one.sql", "select 1;");
        write("U2__two.sql", "select -2;");
        write("R__views.sql", "select 'v';");
        write("R__functions.sql", "select 'f';");
        write("README.md", "no script");
        assertThat(listed(readFolder()))
                .containsExactly(
                        "1.1: one (old/2025/V1.1__one.sql)",
                        "2: two (V2__two.sql)",
                        "10: ten (V10__ten.sql)",
                        "U2: two (U2__two.sql)",
                        "R functions: functions (R__functions.sql)",
                        "R views: views (R__views.sql)");
    }

    @Test
    void reportsEveryFaultOfAFolderAtOnce() throws IOException {
        write("V1__first.sql", "select 1;");
        write("V1.0__again.sql", "select 1;");
        write("V2_second.sql", "select 2;");
        write("V3__empty.sql", "");
        write("V4__blank.sql", " \n\t\n");
        write("V5__comments.sql", "-- nothing yet\n\n-- really\n");
        write("V6__block.sql", "/* nothing\n yet */\n-- really\n");
        write("V7__header.sql", "-- lock_timeout: 2s\n-- transaction: perhaps\nselect 7;");
        Files.writeString(folder.resolve("V8__latin.sql"), "select 'größer';", ISO_8859_1);
        Files.createSymbolicLink(folder.resolve("V9__gone.sql"), folder.resolve("nowhere"));
        write("U3__empty.sql", "select -3;");
        write("U12__no_such.sql", "select -12;");
        write("R__views.sql", "select 1;");
        write("more/R__views.sql", "select 2;");
        write("R1__views.sql", "select 1;");
        write("afterMigrate.sql", "select 1;");
        write("V1__first.sql.conf", "executeInTransaction=false");
        write("notes.sql", "select 1;");
        assertThat(folderFailure()).isEqualTo("""
                REFUSED: the scripts have 16 faults
                $/R1__views.sql: a repeatable script has no version before its two underscores; \
                name it like V7__add_phone.sql, U7__add_phone.sql or R__active_users.sql
                $/U12__no_such.sql: there is no script of version 12 that it could undo; \
                add the V script, or correct the version
                $/V1__first.sql: "1" is taken already by $/V1.0__again.sql; \
                give one of the two another version or description
                $/V1__first.sql.conf: Flyway's configuration files for single scripts are not read; \
                say it in the script's first lines instead, for example: -- transaction: off
                $/V2_second.sql: "2_second" is not a version: it may have digits, parted by . or _; \
                name it like V7__add_phone.sql, U7__add_phone.sql or R__active_users.sql
                $/V3__empty.sql: the script is empty; write its SQL, or delete the file
                $/V4__blank.sql: the script is empty; write its SQL, or delete the file
                $/V5__comments.sql: the script is empty; write its SQL, or delete the file
                $/V6__block.sql: the script is empty; write its SQL, or delete the file
                $/V7__header.sql:1: unknown header key "lock_timeout"; did you mean "lock-timeout"?
                $/V7__header.sql:2: "perhaps" is neither on nor off; write -- transaction: off
                $/V8__latin.sql: the file is not UTF-8; save it as UTF-8
                $/V9__gone.sql: the file cannot be read; make it readable for the user that runs this program
                $/afterMigrate.sql: Flyway's callbacks are not run; make it part of a script, or move it elsewhere
                $/more/R__views.sql: "views" is taken already by $/R__views.sql; \
                give one of the two another version or description
                $/notes.sql: the name is not that of a script; \
                name it like V7__add_phone.sql, U7__add_phone.sql or R__active_users.sql
                nothing was changed
                correct what is named above and run the command again""");
    }

    @Test
    void joinsSeveralLocations() throws IOException {
        write("common/V1__a.sql", "select 1;");
        write("special/V2__b.sql", "select 2;");
        assertThat(listed(read("filesystem:" + folder.resolve("common"), folder.resolve("special") + "")))
                .containsExactly("1: a (V1__a.sql)", "2: b (V2__b.sql)");
    }

    @Test
    void refusesOneVersionInTwoLocations() throws IOException {
        write("common/V1__a.sql", "select 1;");
        write("special/V1__b.sql", "select 2;");
        assertThat(failure("filesystem:" + folder.resolve("special"), "filesystem:" + folder.resolve("common")))
                .isEqualTo("""
                        REFUSED: a script has a fault
                        $/common/V1__a.sql: "1" is taken already by $/special/V1__b.sql; \
                        give one of the two another version or description
                        nothing was changed
                        correct what is named above and run the command again""");
    }

    @Test
    void aFileReachedThroughTwoLocationsIsOneScript() throws IOException {
        write("deep/V1__a.sql", "select 1;");
        write("deep/R__b.sql", "select 1;");
        assertThat(listed(read("filesystem:" + folder, "filesystem:" + folder.resolve("deep"), "" + folder)))
                .containsExactly("1: a (deep/V1__a.sql)", "R b: b (deep/R__b.sql)");
    }

    @Test
    void readsAMountedConfigMapOnce() throws IOException {
        write("..2026_11_21_09_30_00.123456789/V1__a.sql", "select 1;");
        write("..2026_11_21_09_30_00.123456789/V2__b.sql", "select 2;");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_21_09_30_00.123456789"));
        Files.createSymbolicLink(folder.resolve("V1__a.sql"), Path.of("..data", "V1__a.sql"));
        Files.createSymbolicLink(folder.resolve("V2__b.sql"), Path.of("..data", "V2__b.sql"));
        assertThat(listed(readFolder())).containsExactly("1: a (V1__a.sql)", "2: b (V2__b.sql)");
    }

    @Test
    void followsALinkToAFolder(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("V1__a.sql"), "select 1;");
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
        assertThat(listed(readFolder())).containsExactly("1: a (linked/V1__a.sql)");
    }

    @Test
    void refusesAFolderThatContainsItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(folderFailure()).isEqualTo("""
                USAGE: location "$" cannot be read: java.nio.file.FileSystemLoopException: $/loop
                nothing was changed
                make it readable for the user that runs this program""");
    }

    @Test
    void textHasNeitherByteOrderMarkNorItsChecksum() throws IOException {
        Files.write(folder.resolve("V1__a.sql"), "\uFEFFselect 'größer';\r\n".getBytes(UTF_8));
        ScriptFile file = readFolder().versioned().getFirst().file();
        assertThat(file.text()).isEqualTo("select 'größer';\r\n");
        assertThat(file.checksum()).isEqualTo(ScriptFile.checksum("select 'größer';\n"));
    }

    @Test
    void readsAClassFolder() {
        assertThat(listed(read("classpath:/dev/slipway/runner/engine/script/location/")))
                .containsExactly("1: first (V1__first.sql)", "2: second (deeper/V2__second.sql)");
    }

    @Test
    void refusesAFolderWithoutScripts() throws IOException {
        write("README.md", "no script");
        write(".hidden/V1__a.sql", "select 1;");
        write("deep/.V1__a.sql", "select 1;");
        assertThat(folderFailure()).isEqualTo("""
                USAGE: no scripts found in filesystem:$
                nothing was changed
                put a file like V1__create_users.sql there, or correct --locations""");
    }

    @Test
    void namesAllLocationsThatHaveNoScripts() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        assertThat(failure("filesystem:" + folder.resolve("a"), folder.resolve("b") + ""))
                .isEqualTo("""
                USAGE: no scripts found in filesystem:$/a, filesystem:$/b
                nothing was changed
                put a file like V1__create_users.sql there, or correct --locations""");
    }

    @Test
    void refusesAMissingFolder() {
        assertThat(failure("filesystem:" + folder.resolve("missing"))).isEqualTo("""
                USAGE: location "$/missing" is not a folder
                nothing was changed
                correct --locations, or mount the scripts there""");
        assertThat(failure("classpath:no/such/folder")).isEqualTo("""
                USAGE: location "classpath:no/such/folder" does not exist
                nothing was changed
                correct --locations, for example filesystem:/migrations""");
    }

    @Test
    void refusesOtherKindsOfLocation() {
        assertThat(failure("s3:bucket/migrations")).isEqualTo("""
                USAGE: location "s3:bucket/migrations" is neither classpath: nor filesystem:
                nothing was changed
                write --locations filesystem:/migrations""");
        assertThat(failure("filesystem:")).isEqualTo("""
                USAGE: location "filesystem:" is neither classpath: nor filesystem:
                nothing was changed
                write --locations filesystem:/migrations""");
    }

    @Test
    void findsWhatStockFlywayFinds() throws IOException {
        write("V1__plain.sql", "select 1;\n");
        write("V1.5.sql", "select 1;\n");
        write("V2_1__windows.SQL", "select 1;\r\nselect 2;\r\n");
        Files.write(folder.resolve("V003__mark.sql"), "\uFEFFselect 'größer';\r\n".getBytes(UTF_8));
        write("deep/er/V20261121093000__a_long__description.sql", "select 1;\n\n-- end");
        write("R__views.sql", "select 1;\r");
        write("deep/R__functions.sql", "\n\nselect 1;");
        assertThat(comparable(readFolder())).containsExactlyElementsOf(stockFlyway(folder));
    }

    private static List<String> comparable(ScriptSet scripts) {
        return Stream.concat(
                        scripts.versioned().stream().map(script -> line(script, "" + script.version())),
                        scripts.repeatable().stream().map(script -> line(script, "null")))
                .toList();
    }

    private static String line(Script script, String version) {
        return "%s|%s|%s|%d"
                .formatted(
                        version,
                        script.description(),
                        script.file().path(),
                        script.file().checksum());
    }

    private static List<String> stockFlyway(Path folder) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        MigrationInfo[] all = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.password())
                .locations("filesystem:" + folder)
                .load()
                .info()
                .all();
        return Arrays.stream(all)
                .map(info -> "%s|%s|%s|%d"
                        .formatted(info.getVersion(), info.getDescription(), info.getScript(), info.getChecksum()))
                .toList();
    }
}
