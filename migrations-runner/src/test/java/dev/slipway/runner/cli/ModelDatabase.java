package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/// A database that fits the model, for a test to put a fault in.
record ModelDatabase(TestDatabase database, String role) {
    static ModelDatabase create() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        ModelDatabase created = new ModelDatabase(database, database.name() + "_service");
        Run run = Reference.run(database, "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        database.server().execute("create role " + created.role);
        created.execute("""
                grant select, insert, update, delete on users, user_preferences to ROLE;
                grant select, update on company_settings to ROLE
                """.replace("ROLE", created.role));
        assertThat(created.verify())
                .isEqualTo("exit 0\nthe model fits: %s, 0 diverging rows\n".formatted(VerifyModelTest.SIZE));
        return created;
    }

    void execute(String sql) {
        database.execute(sql);
    }

    String name() {
        return database.name();
    }

    /// There is this finding and no other.
    void assertFound(String what, String effect, String remedy) {
        assertThat(verify()).isEqualTo("""
                exit 1
                %s
                  effect: %s
                  remedy: %s

                the model does not fit, 1 finding: %s, 0 diverging rows
                """.formatted(what, effect, remedy, VerifyModelTest.SIZE));
    }

    String verify(String... options) {
        List<String> arguments = new ArrayList<>(List.of("verify-model", "--service-role", role));
        arguments.addAll(List.of(options));
        return Reference.run(database, arguments.toArray(String[]::new))
                .text()
                .replace(database.name(), "app")
                .replaceAll("localhost:\\d+", "localhost:PORT");
    }
}
