package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.CountingProxy;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The histories of schemas with nothing to do are read together.
final class NothingToDoTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void fiftySchemasCostAsMuchAsFive() throws IOException {
        schemas(1, 5);
        CountingProxy.Cost five = cost();
        schemas(6, 50);
        assertThat(cost()).isEqualTo(five);
    }

    @Test
    void oneThatHasSomethingToDoIsDone() {
        schemas(1, 3);
        project.execute("drop table tenant_2.people; drop table tenant_2.flyway_schema_history");
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            tenant_2: applied 2 scripts, is at 2  TIME
            3 tenants in TIME
              2  nothing to do, is at 2
              1  applied 2 scripts, is at 2
            """);
    }

    @Test
    void aLockedHistoryHoldsUpNoOtherTenant() throws SQLException {
        schemas(1, 3);
        project.execute("alter database %s set lock_timeout = '300ms'"
                .formatted(project.query("select current_database()").getFirst()));
        try (Connection other = project.database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table tenant_2.flyway_schema_history in access exclusive mode");
            assertThat(upgrade().text()).isEqualTo("""
            exit 4
            3 tenants in TIME
              2  nothing to do, is at 2
              1  failed (4): could not read the history: canceling statement due to lock timeout
            --- stderr
            tenant_2: error: could not read the history: canceling statement due to lock timeout
              sqlstate: 55P03
              state: nothing was changed
              help:  see the server's message and its log
            """);
        }
    }

    @Test
    void aRepeatableScriptHasTheTextOfEachSchema() {
        project.with(
                "R__names.sql", "create or replace view names as select name from ${flyway:defaultSchema}.people;");
        schemas(1, 3);
        assertThat(upgrade().text()).isEqualTo("""
            exit 0
            3 tenants in TIME
              3  nothing to do, is at 2
            """);
    }

    private void schemas(int from, int to) {
        project.execute(
                "do $$ begin for number in %d..%d loop execute 'create schema tenant_' || number; end loop; end $$"
                        .formatted(from, to));
        assertThat(upgrade().exitCode()).isZero();
    }

    private Run upgrade() {
        return tenants.run("upgrade", "--schemas", "tenant_*", "--parallel", "1");
    }

    private CountingProxy.Cost cost() throws IOException {
        try (CountingProxy proxy = new CountingProxy(project.database().server().port())) {
            Map<String, String> environment = Map.of(
                    "DATABASE_URL",
                    proxy.url(project.database()),
                    "SLIPWAY_LOCATIONS",
                    "filesystem:" + project.folder());
            Run run = Run.with(environment, "upgrade", "--schemas", "tenant_*", "--parallel", "1");
            assertThat(run.exitCode()).as(run.text()).isZero();
            return proxy.cost();
        }
    }
}
