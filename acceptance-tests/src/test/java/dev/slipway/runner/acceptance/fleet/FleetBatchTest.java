package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Changes of data in batches, for many tenants of one server.
final class FleetBatchTest {
    /// Fails where two batches are at work at once.
    private static final String ALONE = """
        create function public.alone() returns trigger language plpgsql as $$
        begin
          if not pg_try_advisory_xact_lock(7) then
            raise 'two batches at once';
          end if;
          perform pg_sleep(0.01);
          return null;
        end $$
        """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void tenants() {
        project.execute(ALONE);
        project.execute("create schema tenant_a; create schema tenant_b; create schema tenant_c");
        project.with("V1__users.sql", """
                create table users (id int primary key, name text, email text);
                insert into users select n, 'name ' || n from generate_series(1, 3000) n;
                create trigger alone after update on users for each statement execute function public.alone();
                """)
                .with("V2__backfill.sql", "-- batch: id\nupdate users set email = name where email is null");
    }

    @Test
    void oneBatchAtATimeWorksOnAServer() {
        assertThat(project.run("upgrade", "--schemas", "tenant_*").exitCode()).isZero();
        assertChanged();
    }

    @Test
    void whatIsLeftForLaterIsDoneForAll() {
        assertThat(project.run("upgrade", "--schemas", "tenant_*", "--background-batches")
                        .exitCode())
                .isZero();
        assertThat(project.run("batch", "--schemas", "tenant_*").out()).endsWith("""
            3 tenants in TIME
              3  complete: 2
            """);
        assertChanged();
        assertThat(project.run("batch", "--schemas", "tenant_*").text()).isEqualTo("""
            exit 0
            3 tenants in TIME
              3  nothing to do
            """);
    }

    @Test
    void whatIsLeftIsAbandonedForAll() {
        assertThat(project.run("upgrade", "--schemas", "tenant_*", "--background-batches")
                        .exitCode())
                .isZero();
        assertThat(project.run("batch", "--abandon", "2", "--schemas", "tenant_*", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            tenant_a: abandoned 2  TIME
            tenant_b: abandoned 2  TIME
            tenant_c: abandoned 2  TIME
            3 tenants in TIME
              3  abandoned 2
            """);
    }

    @Test
    void whatIsToBeAbandonedIsLookedForBeforeAnyTenant() {
        assertThat(project.run("batch", "--abandon", "9", "--schemas", "tenant_*")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: target "9" is not a known revision
              state: nothing was changed
              help:  use head, or one of 1, 2
            """);
    }

    private void assertChanged() {
        assertThat(project.query("""
                select count(*) from (select * from tenant_a.users union all select * from tenant_b.users
                union all select * from tenant_c.users) all_users where email = name""")).containsExactly("9000");
    }
}
