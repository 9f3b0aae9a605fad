package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From an empty folder to a service in Python that serves on its own schema, with what `init` writes and nothing else.
@RequiresEngine(programs = "docker-compose")
class OwnServiceTest {
    @Test
    void servesOnceItsMigrationsCompletedAndNothingIsOverwrittenOrDoneTwice(OwnProject project) {
        project.begin();
        assertThat(project.compose("config", "--quiet").orFail().output()).isEmpty();

        project.compose("up", "--detach", "--no-color", "--build").orFail();

        assertThat(project.container("migrations").exitCode()).isZero();
        assertThat(project.container("migrations").logs())
                .contains("applied 2  create notes")
                .contains(project.identifier() + " on postgres:5432 is at 2\n");
        String address = address(project);
        Poll.until("the service answers", () -> Http.get(address + "/health").status() == 200);
        project.psql("postgres", "-c", "insert into notes (title) values ('first')")
                .orFail();
        assertThat(Http.get(address + "/notes")).isEqualTo(new Http(200, "[\"first\"]\n"));
        assertThat(project.psql(project.identifier() + "_service", "-c", "drop table notes")
                        .output())
                .startsWith("ERROR:  must be owner of table notes\n");

        assertOverwritesNothing(project);
        project.compose("up", "--detach", "--no-color").orFail();
        Poll.until(
                "the migrations ran again",
                () -> project.container("migrations").logs().contains("nothing to do: "));
    }

    @Test
    void theServiceIsNotCreatedOnABrokenScriptAndDoesNotStartOnASchemaThatIsTooNew(OwnProject project) {
        project.begin();
        project.folder().write("migrations/V3__body.sql", "-- compat: contract\nalter table note add body text;\n");
        assertThat(project.slipway("prove").exitCode()).isEqualTo(1);
        assertThat(project.compose("up", "--detach", "--no-color", "--build").exitCode())
                .isNotZero();
        assertThat(project.container("migrations").exitCode()).isEqualTo(3);
        assertThat(project.containerIfCreated(project.name())).isEmpty();

        project.folder().write("migrations/V3__body.sql", "-- compat: contract\nalter table notes add body text;\n");
        project.folder().write("migrations/U3__body.sql", "alter table notes drop body;\n");
        project.slipway("prove").orFail();
        project.compose("up", "--detach", "--no-color", "--build", "migrations").orFail();
        assertThat(project.container("migrations").exitCode()).isZero();

        Outcome service = project.compose("run", "--rm", "-T", "--no-deps", project.name());

        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output()).contains("\nerror: the schema is ahead: this service needs revision 2\n");
    }

    private static void assertOverwritesNothing(OwnProject project) {
        Map<String, String> files = project.folder().content();

        Outcome again = project.slipway("init", "--name", project.name());

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.output()).startsWith("error: 19 files already exist\n");
        assertThat(project.folder().content()).isEqualTo(files);
    }

    private static String address(OwnProject project) {
        return "http://" + project.container(project.name()).address(8080);
    }
}
