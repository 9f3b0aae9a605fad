package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the text of a script means: `placeholder-behind-a-dollar`, `text-that-looks-like-a-placeholder`,
/// `begin-commit`, `empty-script`, `windows-line-ends-in-a-function`.
final class ReadingTest {
    private static final String HISTORY =
            "select installed_rank, version, description, type, script, checksum, success from flyway_schema_history";

    @RegisterExtension
    private final Project project = new Project();

    @Test
    void aPlaceholderBehindADollarIsFilledIn() {
        Case.copied("placeholder-behind-a-dollar", project.folder());
        assertThat(project.run("upgrade", "--placeholder", "motto=ship it", "--placeholder", "price=12")
                        .exitCode())
                .isZero();
        assertThat(project.query("select body from mottos order by id"))
                .containsExactly("ship it", "ship it", " ship it", "US$12", "ship it");
    }

    @Test
    void textThatLooksLikeAPlaceholderIsNamedAtOnceAndMayStay() {
        ScriptFolder scripts = Case.copied("text-that-looks-like-a-placeholder", project.folder());
        Run refused = project.run("upgrade");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains("the scripts have 5 faults")
                .contains(
                        "V1__mail_templates.sql:7: placeholder \"invoice.date\" has no value; give it one: --placeholder")
                .contains("V2__render.sql:5: \"${' || key || '}\" is taken for a placeholder, and has no value; keep ")
                .contains("V3__more_templates.sql:2: placeholder \"customer\"");
        assertThat(project.query("select count(*) from pg_class where relnamespace = current_schema()::regnamespace"))
                .containsExactly("0");
        scripts.with("V2__render.sql.conf", "placeholderReplacement=false")
                .with("V1__mail_templates.sql.conf", "placeholderReplacement=false")
                .with("V3__more_templates.sql.conf", "placeholderReplacement=false");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select render('a ${x} b', 'x', '1')")).containsExactly("a 1 b");
        assertThat(project.query("select body from mail_templates order by name"))
                .containsExactly(
                        "Dear ${customer}, ${AMOUNT} is due on ${invoice.date}.", "Hello ${customer}, thank you.");
    }

    @Test
    void aScriptThatBeginsAndCommitsItselfServesBothKindsOfDatabase(@TempDir Path next) {
        Case.copied("begin-commit/migrations", project.folder());
        TestDatabase migrated = PostgresServer.shared().createDatabase();
        StockFlyway.on(migrated, project.folder()).migrate();
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query(HISTORY)).isEqualTo(migrated.query(HISTORY));
        Case.copied("begin-commit/migrations.next", next);
        assertThat(Run.on(project.database(), next, "upgrade").exitCode()).isZero();
        assertThat(Run.on(migrated, next, "upgrade").exitCode()).isZero();
        assertThat(project.query(HISTORY)).isEqualTo(migrated.query(HISTORY));
        assertThat(Run.on(project.database(), next, "check").exitCode()).isZero();
        assertThat(Proved.on(next).exitCode()).isZero();
    }

    @Test
    void aFailureWithinATransactionOfTheScriptGoesOnFromItsBeginning() {
        ScriptFolder scripts = project.scripts().with("V1__blocks.sql", blocks("select 1/0"));
        Run failed = project.run("upgrade");
        assertThat(failed.exitCode()).isEqualTo(6);
        assertThat(failed.err()).contains("4 of 11 statements stayed applied");
        assertThat(project.query("select id from fruit")).containsExactly("1");
        scripts.with("V1__blocks.sql", blocks("select 1"));
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select id from fruit order by id")).containsExactly("1", "2", "3", "4");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void psqlCommitsEachTransactionOfTheScriptWithHowFarItCame() {
        project.with("V1__blocks.sql", blocks("select 1"));
        String sql = project.offline("plan", "base:head").out();
        assertThat(Psql.run(project.database(), sql).exitCode()).isZero();
        assertThat(project.query("select id from fruit order by id")).containsExactly("1", "2", "3", "4");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    private static String blocks(String statement) {
        return """
                begin;
                create table fruit (id int primary key);
                insert into fruit values (1);
                commit;
                start transaction isolation level serializable;
                insert into fruit values (2);
                %s;
                insert into fruit values (3);
                end;
                insert into fruit values (4);
                select count(*) from fruit;
                """.formatted(statement);
    }

    @Test
    void anEmptyScriptIsARevisionThatDoesNothing() {
        Case.copied("empty-script/migrations", project.folder());
        TestDatabase migrated = PostgresServer.shared().createDatabase();
        StockFlyway.on(migrated, project.folder()).migrate();
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query(HISTORY)).isEqualTo(migrated.query(HISTORY));
        for (String command : List.of("upgrade", "current", "check")) {
            assertThat(Run.on(migrated, project.folder(), command).exitCode()).isZero();
        }
        assertThat(project.run("check").out()).startsWith("""
                note: FOLDER/V2__other_product.sql: the script holds no SQL, and does nothing
                note: FOLDER/V3__reserved_number.sql: the script holds no SQL, and does nothing
                note: FOLDER/R__fruit_view.sql: the script holds no SQL, and does nothing
                """);
        assertThat(Proved.on(project.folder()).exitCode()).isZero();
        TestDatabase offline = PostgresServer.shared().createDatabase();
        assertThat(Psql.run(offline, project.offline("plan", "base:head").out()).exitCode())
                .isZero();
        assertThat(offline.query(HISTORY)).isEqualTo(migrated.query(HISTORY));
    }

    @Test
    void aScriptWithTheLineEndsOfWindowsIsTheSameScript(@TempDir Path lf, @TempDir Path crlf) {
        Case.copied("windows-line-ends-in-a-function/lf", lf);
        Case.copied("windows-line-ends-in-a-function/crlf", crlf);
        assertThat(Proved.on(lf).exitCode()).isZero();
        new ScriptFolder(crlf).with("manifest.json", text(lf.resolve("manifest.json")));
        assertThat(Proved.on(crlf, "--check").exitCode()).isZero();
        TestDatabase other = PostgresServer.shared().createDatabase();
        assertThat(Run.on(project.database(), lf, "upgrade").exitCode()).isZero();
        assertThat(Run.on(project.database(), crlf, "upgrade").out()).startsWith("nothing to do");
        assertThat(Run.on(other, crlf, "upgrade").exitCode()).isZero();
        assertThat(Run.on(other, lf, "upgrade").out()).startsWith("nothing to do");
        assertThat(Run.on(other, lf, "drift").exitCode()).isZero();
        assertThat(other.query("select prosrc from pg_proc where proname = 'posts_slug'"))
                .isEqualTo(project.query("select prosrc from pg_proc where proname = 'posts_slug'"));
        TestDatabase flyways = PostgresServer.shared().createDatabase();
        StockFlyway.on(flyways, crlf).migrate();
        assertThat(Run.on(flyways, lf, "drift").exitCode()).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
