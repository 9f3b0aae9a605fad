package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.ReferenceScripts;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import org.junit.jupiter.api.Test;

final class BackfillTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void rowsOfTheOldSchemaAreFilledIn() {
        ReferenceScripts.up(database, 1, 2);
        database.execute("""
                insert into users (username, email, password_hash, is_admin)
                values ('a', 'a@b', 'h', true), ('b', 'b@b', null, false)
                """);
        ReferenceScripts.up(database, 3, 3);
        assertThat(database.query("select username, password_hash, hashed_password, is_admin, role from users"))
                .containsExactly("a|h|h|t|admin", "b|||f|member");
    }

    @Test
    void theOldSchemaKeepsWhatTheModernColumnsSaid() {
        ReferenceScripts.up(database, 1, 3);
        database.execute("""
                insert into users (username, email, hashed_password, role)
                values ('a', 'a@b', 'h', 'admin'), ('b', 'b@b', null, 'viewer')
                """);
        ReferenceScripts.down(database, 3, 3);
        assertThat(database.query("select username, password_hash, is_admin from users"))
                .containsExactly("a|h|t", "b||f");
    }
}
