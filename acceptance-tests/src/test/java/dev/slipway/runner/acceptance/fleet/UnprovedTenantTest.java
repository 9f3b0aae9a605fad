package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where a tenant's schema is not as in the proof, and where none is held to it.
final class UnprovedTenantTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void whatAScriptLeavesOtherwiseThanProvedIsRolledBack() throws IOException {
        project.with(
                "V4__here.sql",
                "do $$ begin if current_schema() = 'b' then alter table people add more int; end if; end $$;");
        assertThat(project.run("prove").exitCode()).isZero();
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a", "b"), "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 6
            a: applied 3 scripts, is at 4  TIME
            2 tenants in TIME
              1  applied 3 scripts, is at 4
              1  failed (6): script "V4__here.sql" does something else here than when it was proved
            --- stderr
            b: error: script "V4__here.sql" does something else here than when it was proved
              1 object differs (- as proved, + in the database):
                column b.people.more is only in the database
                  + integer
              state: 1, 2 stayed applied; 4 was rolled back
              help:  find what in the script depends on this database, its data, settings or version, correct it, run `prove` (`prove --all` if it is the value of a placeholder), and then `upgrade` again; if others changed these objects meanwhile, only run `upgrade` again; if it is the server that does this, `upgrade --accept-drift` takes these objects as they are, and records it
            """);
    }

    @Test
    void scriptsThatNamePublicAreNotHeldToTheProofElsewhere() throws IOException {
        project.with("V4__shared.sql", "create table if not exists public.settings (name text primary key);");
        assertThat(project.run("prove").exitCode()).isZero();
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a", "b"), "-v", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            a: applied 3 scripts, is at 4; not verified  TIME
            b: applied 3 scripts, is at 4; not verified  TIME
            2 tenants in TIME
              2  applied 3 scripts, is at 4; not verified
            """);
        assertThat(tenants.run("drift", "--tenants", tenants.list("a", "b"), "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 3
            2 tenants in TIME
              1  failed (3): nothing was proved of schema "a" of database app on localhost:PORT: scripts name schema public
              1  failed (3): nothing was proved of schema "b" of database app on localhost:PORT: scripts name schema public
            --- stderr
            a: error: nothing was proved of schema "a" of database app on localhost:PORT: scripts name schema public
              state: nothing was changed
              help:  name the schema in which the scripts were proved, for example currentSchema=public in DATABASE_URL
            b: error: nothing was proved of schema "b" of database app on localhost:PORT: scripts name schema public
              state: nothing was changed
              help:  name the schema in which the scripts were proved, for example currentSchema=public in DATABASE_URL
            """);
    }

    @Test
    void aSearchPathToPublicIsOneElsewhere() throws IOException {
        project.with(
                "V3__shared.sql",
                "create function one() returns int language sql set search_path = public as 'select 1';");
        assertThat(project.run("prove").exitCode()).isZero();
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a"), "-v").text())
                .isEqualTo("""
            exit 0
            a: applied 3 scripts, is at 3; not verified  TIME
            1 tenant in TIME
              1  applied 3 scripts, is at 3; not verified
            """);
    }

    @Test
    void withoutTheManifestTheFingerprintOfItsSchemaIsLeft() throws IOException {
        assertThat(project.run("prove").exitCode()).isZero();
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a", "b")).exitCode())
                .isZero();
        project.without("manifest.json");
        project.execute("create table b.notes (id int)");
        assertThat(tenants.run("drift", "--tenants", tenants.list("a", "b"), "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 3
            2 tenants in TIME
              2  failed (3): the scripts have no manifest: the schema that they make is unknown
            --- stderr
            a: error: the scripts have no manifest: the schema that they make is unknown
              but it is the schema that the last run left
              state: nothing was changed
              help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
            b: error: the scripts have no manifest: the schema that they make is unknown
              but it is not the schema that the last run left: somebody changed it since
              state: nothing was changed
              help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
            """);
    }
}
