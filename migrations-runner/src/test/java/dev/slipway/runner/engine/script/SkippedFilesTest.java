package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.script.Naming;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SkippedFilesTest {
    @Test
    void whatRunsAfterAMigrationCanBeARepeatableScript() {
        assertThat(warnings("sql/beforeMigrate.sql", "sql/afterMigrate__views.sql"))
                .containsExactly("callbacks of Flyway are not run: sql/beforeMigrate.sql, sql/afterMigrate__views.sql; "
                        + "a repeatable script does what afterMigrate__views.sql does, whenever its text changes: "
                        + "name it R__views.sql");
        assertThat(warnings("afterMigrate.sql").getFirst()).endsWith(": name it R__after_migrate.sql");
    }

    @Test
    void otherCallbacksAreNamed() {
        assertThat(warnings("beforeMigrate.sql")).containsExactly("callbacks of Flyway are not run: beforeMigrate.sql");
    }

    @Test
    void ofManyThreeAreNamed() {
        assertThat(warnings(
                        "afterMigrateApplied__1_drops.sql",
                        "afterMigrateApplied__2_users.sql",
                        "afterMigrateApplied__3_tickets.sql",
                        "afterMigrateApplied__4_events.sql",
                        "afterMigrateApplied__5_tax.sql"))
                .containsExactly("callbacks of Flyway are not run: afterMigrateApplied__1_drops.sql, "
                        + "afterMigrateApplied__2_users.sql, afterMigrateApplied__3_tickets.sql and 2 more; "
                        + "a repeatable script does what afterMigrateApplied__1_drops.sql does, whenever its text "
                        + "changes: name it R__1_drops.sql");
    }

    private static List<String> warnings(String... callbacks) {
        return new SkippedFiles(Naming.FLYWAY, List.of(callbacks), List.of()).warnings();
    }
}
