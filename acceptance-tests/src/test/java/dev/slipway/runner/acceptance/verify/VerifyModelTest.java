package dev.slipway.runner.acceptance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ModelDatabase;
import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.cli.Checkout;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The model of the service on databases of different histories.
public final class VerifyModelTest {

    private static final String NO_ROLE =
            "note: role \"account_service\" does not exist: its privileges were not checked\n";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void aFreshDatabaseFits() {
        upgrade();
        assertThat(verify()).isEqualTo("""
            exit 0
            %sthe model fits: %s, 0 diverging rows
            """.formatted(NO_ROLE, ModelDatabase.SIZE));
    }

    @Test
    void rightsOfAServiceWithoutANameAreNotChecked() {
        upgrade();
        assertThat(Reference.run(database, "verify-model").text()).isEqualTo("""
            exit 0
            note: the privileges of the service were not checked: name its role with --service-role
            the model fits: %s, 0 diverging rows
            """.formatted(ModelDatabase.SIZE));
    }

    @Test
    void aFreshDatabaseFitsAsJson() {
        upgrade();
        assertThat(verify("--format", "json")).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "tables": 5,
                "columns": 38,
                "bridges": 2,
                "divergingRows": 0,
                "notes": [
                  "role \\"account_service\\" does not exist: its privileges were not checked"
                ],
                "findings": []
              }
            }
            """);
    }

    @Test
    void rowsOfBothGenerationsFit() {
        upgrade();
        database.execute("""
            insert into users (username, email, password_hash, is_admin) values ('a', 'a@b', 'h', true);
            insert into users (username, email, hashed_password, role) values ('b', 'b@b', 'h', 'viewer');
            """);
        assertThat(verify()).endsWith("the model fits: %s, 0 diverging rows\n".formatted(ModelDatabase.SIZE));
    }

    @Test
    void aLegacyDatabaseWithDataLacksWhatCameLater() {
        database.execute("""
            create table users (
                id serial primary key,
                username varchar(80) not null unique,
                email varchar(120) not null unique,
                password_hash varchar(128),
                is_admin boolean not null default false,
                created_at timestamp not null default now()
            );
            insert into users (username, email, password_hash, is_admin)
            values ('ada', 'ada@example.org', 'secret hash', true), ('bob', 'bob@example.org', 'secret hash', false)
            """);
        String answer = verify();
        assertThat(answer).doesNotContain("secret", "ada").isEqualTo("""
            exit 1
            audit_trail: the table does not exist
              effect: the service fails on every request that needs it
              remedy: run `upgrade`; if it is in another schema, name that in DATABASE_URL: currentSchema=...

            company_settings: the table does not exist
              effect: the service fails on every request that needs it
              remedy: run `upgrade`; if it is in another schema, name that in DATABASE_URL: currentSchema=...

            sign_in_devices: the table does not exist
              effect: the service fails on every request that needs it
              remedy: run `upgrade`; if it is in another schema, name that in DATABASE_URL: currentSchema=...

            user_preferences: the table does not exist
              effect: the service fails on every request that needs it
              remedy: run `upgrade`; if it is in another schema, name that in DATABASE_URL: currentSchema=...

            users.hashed_password: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.role: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.failed_login_attempts: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.locked_until: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.phone: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.last_sign_in_at: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.active: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.version: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.session_version: the column does not exist
              effect: the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.created_at: it is of type timestamp without time zone instead of timestamptz
              effect: values are refused, or change when they are written and read
              remedy: in a new script: alter table users alter column created_at type timestamptz using created_at::timestamptz

            users: bridge users.password_hash <-> users.hashed_password: it does not exist
              effect: what one version of the service writes does not reach the column of the other
              remedy: run `upgrade`; if nothing is pending, create its function and triggers as its script does

            users: bridge users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else 'member' end: it does not exist
              effect: what one version of the service writes does not reach the column of the other
              remedy: run `upgrade`; if nothing is pending, create its function and triggers as its script does

            %sthe model does not fit, 16 findings: 5 tables, 38 columns, 0 diverging rows
            """.formatted(NO_ROLE));
    }

    @Test
    void aModernOnlyDatabaseLacksTheLegacyColumns() {
        upgrade();
        database.execute("alter table users drop column password_hash cascade, drop column is_admin cascade");
        assertThat(verify()).isEqualTo("""
            exit 1
            users.password_hash: the column does not exist
              effect: an older version of the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users.is_admin: the column does not exist
              effect: an older version of the service fails on every row of the table
              remedy: run `upgrade`; if nothing is pending, add the column as its script does, with its triggers

            users: bridge users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else 'member' end: a column is gone
              effect: inserts and updates of the table fail as long as the triggers are there
              remedy: drop function bridge_users_is_admin_role() cascade

            users: bridge users.password_hash <-> users.hashed_password: a column is gone
              effect: inserts and updates of the table fail as long as the triggers are there
              remedy: drop function bridge_users_password_hash_hashed_password() cascade

            %sthe model does not fit, 4 findings: %s, 0 diverging rows
            """.formatted(NO_ROLE, ModelDatabase.SIZE));
    }

    @Test
    void documentsShowWhatItSays() {
        upgrade();
        String fits = verify().lines().toList().getLast();
        for (String document : List.of("README.md", "deploy/README.md", "docs/two-generations.md")) {
            assertThat(Checkout.read(document)).contains("verify-model\n" + fits + "\n");
        }
    }

    private void upgrade() {
        Run run = Reference.run(database, "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    private String verify(String... options) {
        List<String> arguments = new ArrayList<>(List.of("verify-model", "--service-role", "account_service"));
        arguments.addAll(List.of(options));
        return Reference.run(database, arguments.toArray(String[]::new))
                .text()
                .replace(database.name(), "app")
                .replaceAll("localhost:\\d+", "localhost:PORT");
    }
}
