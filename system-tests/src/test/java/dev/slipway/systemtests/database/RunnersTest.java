package dev.slipway.systemtests.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.RequiresEngine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RequiresEngine
class RunnersTest {
    private static final String NO_SCRIPTS = """
        error: there is no folder "migrations" here
          state: nothing was changed
          help:  name the folder of the scripts with --locations; in a container, mount it at /migrations or copy it there in an image of your own
        """;

    @Test
    void applyEachScriptOnceWhenSeveralStartAtOnce(Accounts accounts) {
        List<ProgramContainer> runners =
                Stream.generate(accounts::runner).limit(4).toList();

        runners.parallelStream().forEach(ProgramContainer::start);

        assertThat(runners).extracting(ProgramContainer::exitCode).containsOnly(0L);
        assertThat(accounts.versions()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void refuseToRunWithoutScripts(Accounts accounts) {
        ProgramContainer runner = accounts.runnerWithoutScripts().start();

        assertThat(runner.exitCode()).isEqualTo(3);
        assertThat(runner.logs()).isEqualTo(NO_SCRIPTS);
    }

    @Test
    void endWithTheSameCodeEachTimeTheyAreStartedAgain(Accounts accounts) {
        ProgramContainer runner = accounts.runnerWithoutScripts().restarting(2).start();

        assertThat(runner.exitCode()).isEqualTo(3);
        assertThat(runner.restarts()).isEqualTo(2);
        assertThat(runner.logs()).isEqualTo(NO_SCRIPTS.repeat(3));
    }
}
