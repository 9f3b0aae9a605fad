package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Of two sessions that create the same object `if not exists`, one fails in PostgreSQL.
final class CatalogCollisionTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void whatAnotherSessionCreatesAtTheSameTimeIsTriedAgain() throws Exception {
        project.with("V1__shared.sql", "create schema if not exists shared; create table t (id int);");
        try (OtherSession other = OtherSession.on(project.database(), "create schema shared")) {
            CompletableFuture<Run> upgrade = CompletableFuture.supplyAsync(() -> project.run("upgrade"));
            OtherSession.awaitWaiting(project.database(), 1);
            other.run("commit");
            assertThat(upgrade.get().text()).isEqualTo("""
                exit 0
                1 created or changed an object at the same time as another transaction and was rolled back, attempt 1 (TIME of 10 min TIME); next in TIME
                V1__shared.sql:1: NOTICE: schema "shared" already exists, skipping
                applied 1  shared  TIME
                applied 1 script in TIME: app on localhost:PORT is at 1
                """);
        }
    }
}
