package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One line tells who comes from Alembic or Flask-Migrate what to type here.
final class ForeignWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                db migrate -m phone         | there is no "db" before the command here | `slipway revision -m "..."` writes a script; with the workbench, --autogenerate fills it from the entities; `slipway migrate` would apply scripts, as in Flyway
                db upgrade                  | there is no "db" before the command here | type `slipway upgrade`
                db downgrade -1             | there is no "db" before the command here | type `slipway downgrade -1`
                db init                     | there is no "db" before the command here | type `slipway init`
                db edit 7                   | there is no "db" before the command here | open the file that `slipway show REV` names
                db                          | there is no "db" before the command here | see `slipway help`
                edit 7                      | there is no command "edit" here | open the file that `slipway show REV` names
                revision -m x --rev-id=9    | `revision` has no option "--rev-id", unlike Alembic | type --version-id VERSION
                revision -m x --depends-on 3 | `revision` has no option "--depends-on", unlike Alembic | write both parents into the first line of the script: `-- revises: 6, 8`
                upgrade -x tenant=a         | `upgrade` has no option "-x", unlike Alembic | give values to scripts with --placeholder NAME=VALUE
                upgrade --tag one           | `upgrade` has no option "--tag", unlike Alembic | leave it out
                migrate -m phone            | `upgrade` has no option "-m", unlike Alembic | `slipway revision -m "..."` writes a script; with the workbench, --autogenerate fills it from the entities; `migrate` is `upgrade` here, as in Flyway
                """)
    void areAnsweredWithWhatToType(String arguments, String message, String help) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(List.of(arguments.split(" ")), Map.of(), both, both);
        assertThat("exit %d\n%s".formatted(code, out.toString(StandardCharsets.UTF_8)))
                .isEqualTo("exit 2\nerror: %s\n  state: nothing was changed\n  help:  %s\n".formatted(message, help));
    }
}
