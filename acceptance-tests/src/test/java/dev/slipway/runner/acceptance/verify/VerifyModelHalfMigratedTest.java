package dev.slipway.runner.acceptance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ModelDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows that diverge, since the triggers that keep both generations of columns in step are not there.
final class VerifyModelHalfMigratedTest {
    private static final String PASSWORDS = "bridge_users_password_hash_hashed_password";

    private final ModelDatabase database = ModelDatabase.create();

    @Test
    void aHalfMigratedDatabaseHasRowsThatDiverge() {
        makeHalfMigrated();
        String answer = database.verify();
        assertThat(answer).doesNotContain("secret", "user1").isEqualTo("""
            exit 1
            users: bridge users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else \
            'member' end: no trigger runs bridge_users_is_admin_role() before updates
              effect: what one version of the service writes does not reach the column of the other
              remedy: create it as its script does; rows written meanwhile may diverge: run `verify-model` again

            users.is_admin: it does not agree with role in 1 row: id 4
              effect: old and new versions of the service see different things
              remedy: go on with `batch` if rows are left to it; else, with the triggers in place, say which side is \
            right; if it is role: update users set is_admin = ((role = 'admin'))::boolean where is_admin is distinct \
            from ((role = 'admin'))::boolean and role is distinct from (case when is_admin then 'admin' else 'member' \
            end)::text

            users: bridge users.password_hash <-> users.hashed_password: trigger "zz_%1$s_insert" of public.users does \
            not fire
              effect: what one version of the service writes does not reach the column of the other
              remedy: alter table public.users enable always trigger zz_%1$s_insert; rows written meanwhile may \
            diverge: run `verify-model` again

            users.password_hash: it does not agree with hashed_password in 4 rows: id 1, 2, 3, ...
              effect: old and new versions of the service see different things
              remedy: go on with `batch` if rows are left to it; else, with the triggers in place, say which side is \
            right; if it is hashed_password: update users set password_hash = hashed_password where password_hash is \
            distinct from hashed_password

            the model does not fit, 4 findings: %2$s, 5 diverging rows
            """.formatted(PASSWORDS, ModelDatabase.SIZE));
    }

    @Test
    void aHalfMigratedDatabaseAsJson() {
        makeHalfMigrated();
        database.execute("""
            update users set password_hash = hashed_password;
            alter table users enable always trigger zz_%s_insert
            """.formatted(PASSWORDS));
        assertThat(database.verify("--format", "json")).isEqualTo("""
            exit 1
            {
              "exitCode": 1,
              "result": {
                "database": "app on localhost:PORT",
                "tables": 5,
                "columns": 38,
                "bridges": 2,
                "divergingRows": 1,
                "notes": [],
                "findings": [
                  {
                    "where": "users",
                    "what": "bridge users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else \
            'member' end: no trigger runs bridge_users_is_admin_role() before updates",
                    "effect": "what one version of the service writes does not reach the column of the other",
                    "remedy": "create it as its script does; rows written meanwhile may diverge: run `verify-model` again"
                  },
                  {
                    "where": "users.is_admin",
                    "what": "it does not agree with role in 1 row: id 4",
                    "effect": "old and new versions of the service see different things",
                    "remedy": "go on with `batch` if rows are left to it; else, with the triggers in place, say which \
            side is right; if it is role: update users set is_admin = ((role = 'admin'))::boolean where is_admin is \
            distinct from ((role = 'admin'))::boolean and role is distinct from (case when is_admin then 'admin' else \
            'member' end)::text"
                  }
                ]
              }
            }
            """);
    }

    @Test
    void theRemediesMendAHalfMigratedDatabase() {
        String created = trigger();
        makeHalfMigrated();
        database.execute(
                "%s; alter table users enable always trigger zz_bridge_users_is_admin_role_update".formatted(created));
        List<String> remedies = new ArrayList<>(database.verify()
                .lines()
                .filter(line -> line.startsWith("  remedy: "))
                .map(line ->
                        line.replaceFirst(".*: (?=alter table|update )", "").replaceFirst("; rows written.*", ""))
                .toList());
        assertThat(remedies).hasSize(3);
        remedies.forEach(database::execute);
        assertThat(database.verify()).endsWith("the model fits: %s, 0 diverging rows\n".formatted(ModelDatabase.SIZE));
    }

    /// As its script creates it.
    private String trigger() {
        return database.database().query("""
            select pg_get_triggerdef(oid) from pg_trigger where tgname = 'zz_bridge_users_is_admin_role_update'
            """).getFirst();
    }

    /// The state that a migration by hand leaves when it was given up halfway.
    private void makeHalfMigrated() {
        database.execute("""
            alter table users disable trigger zz_%1$s_insert, disable trigger zz_%1$s_update;
            drop trigger zz_bridge_users_is_admin_role_update on users;
            insert into users (username, email, password_hash, hashed_password, role)
            select 'user' || i, 'user' || i, 'secret', 'other secret', 'member' from generate_series(1, 4) i;
            insert into users (username, email, role) values ('same', 'same', 'viewer');
            update users set is_admin = true where id = 4;
            alter table users enable always trigger zz_%1$s_update
            """.formatted(PASSWORDS));
    }
}
