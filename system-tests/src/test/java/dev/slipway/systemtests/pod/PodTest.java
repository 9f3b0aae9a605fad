package dev.slipway.systemtests.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import org.junit.jupiter.api.Test;

@RequiresEngine(programs = "podman")
class PodTest {
    @Test
    void startsTheServiceAfterTheInitContainerAndChangesNothingWhenTheSamePodStartsAgain(Pod pod) {
        for (int start = 1; start <= 2; start++) {
            pod.play().orFail();

            assertThat(pod.accounts().versions()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
            Poll.until(
                    "the service is ready", () -> pod.probe("/health/readiness").exitCode() == 0);
        }
    }

    @Test
    void neverStartsTheServiceWhenTheInitContainerFailsAndGoesOnOnceItIsMended(Pod pod) {
        pod.scripts().write("V9__nicknames.sql", "create table nicknames (id int);\nselect broken;\n");

        assertThat(pod.play().exitCode()).isNotEqualTo(0);
        assertThat(pod.runnerExitCode()).isEqualTo("6");
        assertThat(pod.terminationMessage()).isEqualTo("""
            error: script "V9__nicknames.sql" failed at line 2, column 8: column "broken" does not exist
               --> migrations/V9__nicknames.sql:2:8
              2 | select broken;
                |        ^
              sqlstate: 42703
              state: 8 scripts up to 8 stayed applied; 9 was rolled back
              help:  correct the script and run `upgrade` again
            """);
        assertThat(pod.serviceState()).isEqualTo("created");
        assertThat(pod.accounts().versions()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");

        pod.scripts().write("V9__nicknames.sql", "create table nicknames (id int);\n");

        pod.play().orFail();
        assertThat(pod.accounts().versions()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        Poll.until("the service is ready", () -> pod.probe("/health/readiness").exitCode() == 0);
    }
}
