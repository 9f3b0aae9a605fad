package dev.slipway.systemtests.compose;

import static dev.slipway.systemtests.compose.OwnDeployment.begun;
import static dev.slipway.systemtests.compose.OwnDeployment.modelOf3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.RequiresEngine;
import org.junit.jupiter.api.Test;

/// No service starts on a schema that does not serve its model.
@RequiresEngine(programs = "docker-compose")
class OwnModelTest {
    @Test
    void theServiceOfBeforeGoesOnWhereTheModelDoesNotFit(OwnProject project) {
        String health = begun(project);
        project.script("update-backend.sh").orFail();
        modelOf3(project);

        Outcome failed = project.script("update-backend.sh");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .contains("\nnotes.body: the column does not exist\n")
                .endsWith("== failed: %s runs as before, the database is at 2\n".formatted(project.name()));
        assertThat(Http.get(health).status()).isEqualTo(200);

        project.compose("rm", "--stop", "--force", project.name()).orFail();
        assertThat(project.compose("up", "--detach", "--no-color", "--build").exitCode())
                .isNotZero();
        assertThat(project.container("verify-model").logs()).contains("notes.body: the column does not exist\n");
        assertThat(project.containerIfCreated(project.name())).isEmpty();
    }
}
