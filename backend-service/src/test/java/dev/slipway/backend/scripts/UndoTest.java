package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.fixture.ReferenceScripts;
import dev.slipway.model.SchemaRevision;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndoTest {
    private static final int NEWEST = Integer.parseInt(SchemaRevision.REQUIRED);

    @Test
    void everyUndoRestoresTheSchemaBefore() throws IOException {
        AccountDatabase database = AccountDatabase.create();
        database.owner().execute("create table flyway_schema_history (installed_rank int)");
        goesUpDownAndUp(database.owner());
    }

    @Test
    void aDatabaseWithoutTheServicesRoleMigratesJustTheSame() throws IOException {
        try (PostgresServer server = PostgresServer.start(0)) {
            goesUpDownAndUp(server.createDatabase());
        }
    }

    private static void goesUpDownAndUp(TestDatabase database) throws IOException {
        List<List<String>> schemas = new ArrayList<>();
        schemas.add(schema(database));
        for (int version = 1; version <= NEWEST; version++) {
            ReferenceScripts.up(database, version, version);
            schemas.add(schema(database));
        }
        assertThat(schemas).doesNotHaveDuplicates();
        for (int version = NEWEST; version >= 1; version--) {
            ReferenceScripts.down(database, version, version);
            assertThat(schema(database)).as("after U%d", version).isEqualTo(schemas.get(version - 1));
        }
        ReferenceScripts.up(database, 1, NEWEST);
        assertThat(schema(database)).isEqualTo(schemas.getLast());
    }

    private static List<String> schema(TestDatabase database) throws IOException {
        try (InputStream query = UndoTest.class.getResourceAsStream("schema.sql")) {
            return database.query(new String(query.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
