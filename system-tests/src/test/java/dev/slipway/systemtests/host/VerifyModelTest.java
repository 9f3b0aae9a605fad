package dev.slipway.systemtests.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The command from the packaged runner, on the description of the model that lies beside the scripts.
@Isolated("images are made of the same packages meanwhile")
final class VerifyModelTest {
    @Test
    void theDeployedDatabaseFitsTheModelAndItsServiceHasTheRightsItNeeds() {
        Deployment deployment = Deployment.create();
        deployment.runner("upgrade").orFail();

        Outcome outcome = deployment.runner("verify-model");

        assertThat(outcome.output())
                .matches("the model fits: \\d+ tables, \\d+ columns, 2 bridges, 0 diverging rows\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void aFaultEndsWith1() {
        Deployment deployment = Deployment.create();
        deployment.runner("upgrade").orFail();
        deployment.owner().execute("revoke update on users from account_service");

        Outcome outcome = deployment.runner("verify-model");

        assertThat(outcome.output()).startsWith("""
                role "account_service": it may not update on users
                  effect: requests fail with SQLSTATE 42501
                  remedy: grant update on users to account_service

                the model does not fit, 1 finding:""");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }
}
