package dev.slipway.backend.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.database.Database;
import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.setting.Settings;
import dev.slipway.gate.GateState;
import dev.slipway.gate.GateState.Open;
import dev.slipway.gate.GateState.SignInRefused;
import dev.slipway.gate.GateState.Unreachable;
import dev.slipway.model.SchemaRevision;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class KeptConnectionTest {
    private static final GateState OPEN = new Open(SchemaRevision.REQUIRED);

    private static AccountDatabase database;

    @BeforeAll
    static void migrate() {
        database = AccountDatabase.migrated();
    }

    @Test
    void aLostConnectionIsReplaced() {
        KeptConnection connection = connection(Map.of());
        assertThat(connection.read()).isEqualTo(OPEN);
        database.allowConnections(false);
        assertThat(connection.read()).isInstanceOf(Unreachable.class);
        database.allowConnections(true);
        assertThat(connection.read()).isEqualTo(OPEN);
        connection.close();
    }

    @Test
    void aWrongPasswordIsNamedWithoutThePassword() {
        GateState state = connection(Map.of("DATABASE_PASSWORD", "guess")).read();
        assertThat(state).isInstanceOf(SignInRefused.class);
        assertThat(state.message())
                .isEqualTo(
                        "database \"%s\" on \"localhost:%d\" refuses user or password: FATAL: password authentication"
                                + " failed for user \"account_service\"; correct the service's user and password",
                        database.service().name(), database.service().server().port());
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThat(connection(Map.of("DATABASE_URL", "postgresql://no.such.host.invalid/accounts"))
                        .read())
                .isEqualTo(new Unreachable(
                        "database \"accounts\" on \"no.such.host.invalid\"",
                        "the host name \"no.such.host.invalid\" is not known"));
    }

    private static KeptConnection connection(Map<String, String> overrides) {
        Map<String, String> environment =
                new HashMap<>(Map.of("DATABASE_URL", database.service().url()));
        environment.putAll(overrides);
        return new KeptConnection(new Database(new Settings(environment)));
    }
}
