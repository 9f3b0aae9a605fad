package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Branched;
import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that only read scripts say what is wrong with them.
final class FaultyScriptsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void branchedScripts() {
        Branched.in(project.folder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"branches", "heads", "show 1", "history"})
    void everyFaultOfTheScriptsIsReported(String command) {
        project.with("V6__a.sql", "-- revises: 9\nselect 1;")
                .with("V7__b.sql", "-- The SQL that leads from 6 to 7 goes here.");
        assertThat(project.offline(command.split(" ")).text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 2 faults
                  FOLDER/V6__a.sql:1: it revises 9, but there is no such script; add V9, or name a revision that exists
                  FOLDER/V7__b.sql: the script is empty; write its SQL, or delete the file
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
    }
}
