package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Revisions are taken back from many tenants, or from the canaries.
final class FleetDowngradeTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @BeforeEach
    void upgrade() {
        project.with("U2__email.sql", "alter table people drop email;");
        project.execute("create schema tenant_a; create schema tenant_b");
        assertThat(tenants.run("upgrade", "--schemas", "tenant_*").exitCode()).isZero();
        project.execute("insert into tenant_b.people values (1, 'Bert', 'bert@example.org')");
    }

    @Test
    void withoutConsentEachIsToldWhatItWouldLose() {
        assertThat(tenants.run("downgrade", "--schemas", "tenant_*", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 3
            2 tenants in TIME
              2  failed (3): confirm that 2 may be taken back from app on localhost:PORT
            --- stderr
            tenant_a: error: confirm that 2 may be taken back from app on localhost:PORT
              would lose column email of tenant_a.people with 0 values
              state: nothing was changed
              help:  add --yes, or run the command in a terminal (one database only)
            tenant_b: error: confirm that 2 may be taken back from app on localhost:PORT
              would lose column email of tenant_b.people with 1 value
              state: nothing was changed
              help:  add --yes, or run the command in a terminal (one database only)
            """);
        assertThat(project.query("select count(*) from tenant_a.flyway_schema_history where success"))
                .containsExactly("2");
    }

    @Test
    void withConsentAllAreTakenBack() {
        assertThat(tenants.run("downgrade", "1", "--schemas", "tenant_*", "--parallel", "1", "--yes")
                        .text())
                .isEqualTo("""
            exit 0
            tenant_a: losing column email of tenant_a.people with 0 values
            tenant_a: took back 1 revision, is at 1  TIME
            tenant_b: losing column email of tenant_b.people with 1 value
            tenant_b: took back 1 revision, is at 1  TIME
            2 tenants in TIME
              2  took back 1 revision, is at 1
            """);
        assertThat(tenants.run("downgrade", "1", "--schemas", "tenant_*", "--yes")
                        .text())
                .isEqualTo("""
            exit 0
            2 tenants in TIME
              2  nothing to do, is at 1
            """);
    }

    @Test
    void theCanariesAloneAreTakenBack() {
        assertThat(tenants.run("downgrade", "1", "--schemas", "tenant_*", "--canary", "1", "--canary-only", "--yes")
                        .text())
                .isEqualTo("""
            exit 0
            tenant_b: losing column email of tenant_b.people with 1 value
            tenant_b: took back 1 revision, is at 1  TIME
            1 tenant in TIME
              1  took back 1 revision, is at 1
            """);
        assertThat(tenants.run("current", "--schemas", "tenant_*").text()).isEqualTo("""
            exit 0
            2 tenants in TIME
              1  is at 2 (head)
              1  is at 1 (1 pending)
            """);
    }

    @Test
    void ofOneDatabaseThereAreNoCanaries() {
        assertThat(tenants.run("downgrade", "--canary", "1").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --canary is for many tenants
              state: nothing was changed
              help:  add --tenants or --schemas, or leave it out
            """);
    }
}
