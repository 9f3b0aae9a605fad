package dev.slipway.systemtests.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import org.junit.jupiter.api.Test;

/// The containers run as in `docker-compose.yml`: not as root, and on a file system that cannot be written.
///
/// The images silence what the JVM says about its cache on standard output, so the tests let it speak on standard
/// error.
@RequiresEngine
class AotCacheTest {
    private static final String REQUIRED = "-XX:AOTMode=on -Xlog:aot:stderr";
    private static final String USED = "Using AOT-linked classes: true";

    /// Object headers of another form than the cache's.
    private static final String UNFIT = "-XX:+UseCompactObjectHeaders";

    @Test
    void isUsedByTheRunner(Accounts accounts) {
        ProgramContainer runner = accounts.runnerOn(REQUIRED).start();

        assertThat(runner.exitCode()).isEqualTo(0);
        assertThat(runner.logs()).contains(USED);
        assertThat(accounts.versions()).isNotEmpty();
    }

    @Test
    void isUsedByTheService(Accounts accounts) {
        assertThat(accounts.runner().start().exitCode()).isEqualTo(0);

        ProgramContainer service = accounts.serviceOn(REQUIRED).start();

        String readiness = "http://" + service.address() + "/health/readiness";
        Poll.until("the service is ready", () -> Http.get(readiness).status() == 200);
        assertThat(service.logs()).contains(USED);
    }

    @Test
    void isRefusedIfItDoesNotFitAndIsRequired(Accounts accounts) {
        ProgramContainer runner =
                accounts.runnerOn(REQUIRED + " " + UNFIT, "--version").start();

        assertThat(runner.exitCode()).isEqualTo(1);
        assertThat(runner.logs()).doesNotContain(USED);
    }

    @Test
    void isPassedOverWithoutAWordIfItDoesNotFit(Accounts accounts) {
        ProgramContainer fitting = accounts.runner("--version").start();
        ProgramContainer unfit = accounts.runnerOn(UNFIT, "--version").start();

        assertThat(fitting.exitCode()).isEqualTo(0);
        assertThat(unfit.exitCode()).isEqualTo(0);
        assertThat(unfit.logs().lines())
                .containsExactlyInAnyOrder(
                        "Picked up JAVA_TOOL_OPTIONS: " + UNFIT, fitting.logs().strip());
    }
}
