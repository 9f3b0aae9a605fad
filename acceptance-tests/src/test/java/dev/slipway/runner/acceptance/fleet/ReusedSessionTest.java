package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A session goes from one schema to the next, and each tenant finds it as if it were new.
final class ReusedSessionTest {
    /// What a script finds in its session, and then leaves there.
    private static final String LEAVING = """
            insert into public.seen select current_schema(), pg_backend_pid(), (select count(*) from pg_prepared_statements where name = 'p'),
                (select count(*) from pg_listening_channels()), to_regclass('pg_temp.kept'), current_setting('work_mem'), '';
            create temp table kept (id int);
            prepare p as select 1;
            listen l;
            set work_mem = '77MB';
            select pg_advisory_lock(4711);
            """;

    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void whatAScriptLeftIsNotThereForTheNextTenant() {
        project.with("V3__leave.sql", "-- transaction: off\n" + LEAVING);
        begun();
        assertThat(tenants.run("upgrade", "--schemas", "tenant_*", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            tenant_a: applied 3 scripts, is at 3  TIME
            tenant_b: applied 3 scripts, is at 3  TIME
            tenant_c: applied 3 scripts, is at 3  TIME
            3 tenants in TIME
              3  applied 3 scripts, is at 3
            """);
        assertThat(project.query("select count(distinct pid) || ' for ' || count(*) from seen"))
                .containsExactly("1 for 3");
        assertThat(
                        project.query(
                                "select distinct format('%s %s %s %s', prepared, listening, temp, work_mem = current_setting('work_mem')) from seen"))
                .containsExactly("0 0  t");
    }

    @Test
    void whatReadsTheSchemaIsPreparedOnceForAllTenants() {
        project.with("V3__count.sql", """
            do $$
            begin
                if to_regclass('public.seen') is not null then
                    insert into public.seen (pid, prepared)
                    select pg_backend_pid(), count(*) from pg_prepared_statements where name like 'slipway%';
                end if;
            end $$;
            """);
        begun();
        assertThat(tenants.run("prove").exitCode()).isZero();
        assertThat(tenants.run("upgrade", "--schemas", "tenant_*", "--parallel", "1")
                        .exitCode())
                .isZero();
        assertThat(project.query("select count(distinct pid), min(prepared), max(prepared) from seen"))
                .containsExactly("1|7|7");
    }

    @Test
    void aSettingOfOnesOwnIsUnknownToTheNextTenant() {
        project.with("V3__setting.sql", """
            insert into public.seen (pid, who) select pg_backend_pid(), current_setting('my.tenant', true) is null;
            select set_config('my.tenant', 'x', false);
            """);
        begun();
        assertThat(tenants.run("upgrade", "--schemas", "tenant_*", "--parallel", "1")
                        .exitCode())
                .isZero();
        assertThat(project.query("select count(distinct pid) || ' ' || count(*) filter (where who = 'true') from seen"))
                .containsExactly("3 3");
    }

    private void begun() {
        project.execute("""
            create schema tenant_a; create schema tenant_b; create schema tenant_c;
            create table seen (schema text, pid int, prepared int, listening int, temp text, work_mem text, who text)
            """);
    }
}
