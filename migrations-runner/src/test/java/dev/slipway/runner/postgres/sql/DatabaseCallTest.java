package dev.slipway.runner.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.LockWaiting;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class DatabaseCallTest {
    private static final RunProgress NOTHING = RunProgress.NOTHING;

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void saysWhatWasAskedWhenTheServerRefuses() {
        assertThat(failureOf("select * from nowhere"))
                .isEqualTo(new DatabaseRefused(
                        "look around",
                        new ServerError(
                                "42P01", "relation \"nowhere\" does not exist", "", "", "", 15, LockWaiting.NOTHING),
                        NOTHING));
    }

    @Test
    void isInterruptedWhenASignalCancelsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThat(failureOf("do $$ begin raise exception 'canceled' using errcode = '57014'; end $$"))
                    .isEqualTo(new Interrupted(NOTHING, ""));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Failure failureOf(String sql) {
        return catchThrowableOfType(SlipwayException.class, () -> DatabaseCall.run("look around", () -> execute(sql)))
                .failure();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
