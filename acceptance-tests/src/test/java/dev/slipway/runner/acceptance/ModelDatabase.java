package dev.slipway.runner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/// A database that fits the model, for a test to put a fault in.
public record ModelDatabase(TestDatabase database, String role) {
    /// How large the model of the reference scripts is.
    public static final String SIZE = "5 tables, 38 columns, 2 bridges";

    public static ModelDatabase create() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        ModelDatabase created = new ModelDatabase(database, database.name() + "_service");
        Run run = Reference.run(database, "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        database.server().execute("create role " + created.role);
        created.execute("""
                grant select, insert, update, delete on users, user_preferences, sign_in_devices to ROLE;
                grant select, insert on audit_trail to ROLE;
                grant select, update on company_settings to ROLE
                """.replace("ROLE", created.role));
        assertThat(created.verify())
                .isEqualTo("exit 0\nthe model fits: %s, 0 diverging rows\n".formatted(ModelDatabase.SIZE));
        return created;
    }

    public void execute(String sql) {
        database.execute(sql);
    }

    public String name() {
        return database.name();
    }

    /// There is this finding and no other.
    public void assertFound(String what, String effect, String remedy) {
        assertThat(verify()).isEqualTo("""
                exit 1
                %s
                  effect: %s
                  remedy: %s

                the model does not fit, 1 finding: %s, 0 diverging rows
                """.formatted(what, effect, remedy, ModelDatabase.SIZE));
    }

    public String verify(String... options) {
        List<String> arguments = new ArrayList<>(List.of("verify-model", "--service-role", role));
        arguments.addAll(List.of(options));
        return Reference.run(database, arguments.toArray(String[]::new))
                .text()
                .replace(database.name(), "app")
                .replaceAll("localhost:\\d+", "localhost:PORT");
    }
}
