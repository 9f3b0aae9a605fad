package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `FORCE ROW LEVEL SECURITY` hides rows from the owner who migrates, and not from the superuser of a scratch server.
final class ProveRowSecurityTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void accounts() {
        project.with("V1__accounts.sql", """
                create type plan as enum ('free', 'paid');
                create table accounts (id bigint generated always as identity primary key, tenant text not null);
                create view tenants as select distinct tenant from accounts;
                create function tenant_count() returns bigint language sql as 'select count(*) from tenants';
                alter table accounts enable row level security;
                alter table accounts force row level security;
                create policy own on accounts using (tenant = current_setting('app.tenant', true));
                """);
    }

    @Test
    void rowsThatAreHiddenFromTheOwnerStayWithoutAValue() {
        project.with("V2__plan.sql", """
                -- allow: not-null-scan few accounts
                -- allow: backfill-with-ddl few accounts
                alter table accounts add plan plan;
                update accounts set plan = 'free';
                alter table accounts alter plan set not null;
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  accounts: adds 8 objects; irreversible: there is no undo script  TIME
            proved 2  plan: adds 1 object; irreversible: there is no undo script; 1 hazard; 2 allowed hazards  TIME
            FOLDER/V2__plan.sql:5: fails-on-data: column "plan" of relation "accounts" contains null values; it ran as the owner of the table, from whom forced row security hides rows
              effect: the script works on empty tables and fails on filled ones
              remedy: make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md

            1 problem: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void aRowThatAPolicyRefusesTheOwnerIsFound() {
        project.with("V2__first.sql", """
                insert into accounts (tenant) values ('first');
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 1
            proved 1  accounts: adds 8 objects; irreversible: there is no undo script  TIME
            proved 2  first: leaves the schema as it is; irreversible: there is no undo script; 1 hazard  TIME
            FOLDER/V2__first.sql:1: fails-on-data: new row violates row-level security policy for table "accounts"; it ran as the owner of the table, from whom forced row security hides rows
              effect: the script works on empty tables and fails on filled ones
              remedy: make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md

            1 problem: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void whatOnlyASuperuserChangesIsNoted() {
        project.with("V2__upper.sql", """
                update accounts set tenant = upper(tenant);
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 0
            proved 1  accounts: adds 8 objects; irreversible: there is no undo script  TIME
            proved 2  upper: leaves the schema as it is; irreversible: there is no undo script  TIME
            note: 2 changes tenant of public.accounts only as a superuser or with BYPASSRLS: from the owner forced row security hides the rows
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void aScriptThatLiftsItForItsOwnChangeIsGreen() {
        project.with("V2__upper.sql", """
                -- allow: backfill-with-ddl few accounts
                alter table accounts no force row level security;
                update accounts set tenant = upper(tenant);
                alter table accounts force row level security;
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 0
            proved 1  accounts: adds 8 objects; irreversible: there is no undo script  TIME
            proved 2  upper: leaves the schema as it is; irreversible: there is no undo script; 1 allowed hazard  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    @Test
    void whatAnOwnerMayNotDoAtAllIsNoFinding() {
        project.with("V2__role.sql", """
                create table audit (account_id bigint references accounts);
                create index on audit (account_id);
                alter table accounts alter tenant set statistics 200;
                create role somebody_of_a_test;
                drop role somebody_of_a_test;
                """);
        assertThat(Proved.on(project.folder()).text()).isEqualTo("""
            exit 0
            proved 1  accounts: adds 8 objects; irreversible: there is no undo script  TIME
            proved 2  role: adds 4 objects, alters 1; irreversible: there is no undo script  TIME
            no problems: 2 revisions, 2 scripts proved now; FOLDER/manifest.json is written
            """);
    }
}
