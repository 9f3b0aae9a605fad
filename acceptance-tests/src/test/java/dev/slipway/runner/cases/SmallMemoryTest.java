package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.RunnerCommand;
import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the server says and returns fills neither memory nor screen: `hundreds-of-thousands-of-notices`.
final class SmallMemoryTest {
    private static final String ROWS = "select i, repeat('x', 150) from generate_series(1, 600000) as i";
    private static final String NOISE =
            "begin for i in 1..250000 loop raise notice 'row % %', i, repeat('x', 150); end loop; ";

    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path temporary;

    @BeforeEach
    void folder() {}

    @Test
    void theCaseItself() throws Exception {
        Case.copied("hundreds-of-thousands-of-notices", project.folder());
        upgrade();
        assertThat(project.query("select count(*) from imported")).containsExactly("1");
    }

    @Test
    void fillNeitherInNorOutOfATransaction() throws Exception {
        project.with("V1__many.sql", "create table many (id int, text text);")
                .with("V2__warnings.sql", "do $$ " + NOISE.replace("notice", "warning") + "end $$;")
                .with("V3__rows.sql", ROWS + ";")
                .with("V4__rows.sql", "insert into many " + ROWS + " returning *;")
                .with("V5__alone.sql", "-- transaction: off\n" + ROWS + "; do $$ " + NOISE + "end $$;")
                .with("V6__procedure.sql", """
                    -- transaction: off
                    create procedure talk() language plpgsql as $$ %s commit; end $$;
                    call talk();
                    """.formatted(NOISE));
        upgrade();
        assertThat(project.query("select count(*) from many")).containsExactly("600000");
    }

    @Test
    void fillNeitherInACopy() throws Exception {
        String rows = "1\n2\n".repeat(50_000);
        project.with("V1__triggers.sql", """
            create table early (id int);
            create table late (id int);
            create function talk() returns trigger language plpgsql as $$
            begin
                for i in 1..3 loop raise notice 'row % %', new.id, repeat('x', 150); end loop;
                return new;
            end $$;
            create trigger talk before insert on early for each row execute function talk();
            create trigger talk after insert on late for each row execute function talk();
            """)
                .with("V2__rows.sql", "copy early from stdin;\n" + rows + "\\.\n")
                .with("V3__rows.sql", "copy late from stdin;\n" + rows + "\\.\n");
        assertThat(upgrade())
                .contains("V2__rows.sql: 299990 more messages of the server are not shown")
                .contains("V3__rows.sql: 299990 more messages of the server are not shown");
        assertThat(project.query("select (select count(*) from early), (select count(*) from late)"))
                .containsExactly("100000|100000");
    }

    private List<String> upgrade() throws IOException, InterruptedException {
        Path out = temporary.resolve("out.txt");
        List<String> command = RunnerCommand.words("-Xmx96m");
        command.addAll(List.of("upgrade", "--locations", "filesystem:" + project.folder()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("DATABASE_URL", project.database().url());
        Process process = builder.start();
        assertThat(process.waitFor(110, TimeUnit.SECONDS)).as("ends in time").isTrue();
        assertThat(process.exitValue()).as(ending(out)).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSizeLessThan(200);
        return lines;
    }

    private static String ending(Path out) throws IOException {
        String text = Files.readString(out);
        return text.substring(Math.max(0, text.length() - 3000));
    }
}
