package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows that diverge, since the triggers that keep both generations of columns in step are not there.
final class VerifyModelHalfMigratedTest {
    private final ModelDatabase database = ModelDatabase.create();

    @Test
    void aHalfMigratedDatabaseHasRowsThatDiverge() {
        makeHalfMigrated();
        String answer = database.verify();
        assertThat(answer).doesNotContain("secret", "user1").isEqualTo("""
            exit 1
            users: trigger "users_fill_both_generations" is disabled
              effect: what one version of the service writes does not reach the columns of the other, or is refused
              remedy: alter table users enable trigger users_fill_both_generations; rows written meanwhile may diverge: run `verify-model` again

            users: trigger "users_follow_changed_generation" does not exist
              effect: what one version of the service writes does not reach the columns of the other, or is refused
              remedy: create it as its script does, with its function: create trigger users_follow_changed_generation BEFORE UPDATE OF password_hash, hashed_password, is_admin, role ON users FOR EACH ROW EXECUTE FUNCTION users_follow_changed_generation()

            users.password_hash: it does not agree with hashed_password in 4 rows: id 1, 2, 3, ...
              effect: old and new versions of the service see different things
              remedy: with the triggers in place, say which side is right; if it is hashed_password: update users set password_hash = (hashed_password) where password_hash is distinct from (hashed_password)

            users.is_admin: it does not agree with role in 1 row: id 4
              effect: old and new versions of the service see different things
              remedy: with the triggers in place, say which side is right; if it is role: update users set is_admin = (role = 'admin') where is_admin is distinct from (role = 'admin')

            the model does not fit, 4 findings: %s, 5 diverging rows
            """.formatted(VerifyModelTest.SIZE));
    }

    @Test
    void aHalfMigratedDatabaseAsJson() {
        makeHalfMigrated();
        database.execute("update users set password_hash = hashed_password; alter table users enable trigger user");
        assertThat(database.verify("--format", "json")).isEqualTo("""
            exit 1
            {
              "exitCode": 1,
              "result": {
                "database": "app on localhost:PORT",
                "tables": 3,
                "columns": 25,
                "bridges": 0,
                "divergingRows": 1,
                "notes": [],
                "findings": [
                  {
                    "where": "users",
                    "what": "trigger \\"users_follow_changed_generation\\" does not exist",
                    "effect": "what one version of the service writes does not reach the columns of the other, or is refused",
                    "remedy": "create it as its script does, with its function: create trigger users_follow_changed_generation BEFORE UPDATE OF password_hash, hashed_password, is_admin, role ON users FOR EACH ROW EXECUTE FUNCTION users_follow_changed_generation()"
                  },
                  {
                    "where": "users.is_admin",
                    "what": "it does not agree with role in 1 row: id 4",
                    "effect": "old and new versions of the service see different things",
                    "remedy": "with the triggers in place, say which side is right; if it is role: update users set is_admin = (role = 'admin') where is_admin is distinct from (role = 'admin')"
                  }
                ]
              }
            }
            """);
    }

    @Test
    void theRemediesMendAHalfMigratedDatabase() {
        makeHalfMigrated();
        database.execute("alter table users enable trigger users_fill_both_generations");
        List<String> remedies = new ArrayList<>(database.verify()
                .lines()
                .filter(line -> line.startsWith("  remedy: "))
                .map(line -> line.replaceFirst(".*: (?=create trigger|update )", ""))
                .toList());
        assertThat(remedies).hasSize(3);
        remedies.forEach(database::execute);
        assertThat(database.verify())
                .endsWith("the model fits: %s, 0 diverging rows\n".formatted(VerifyModelTest.SIZE));
    }

    /// The state that a migration by hand leaves when it was given up halfway.
    private void makeHalfMigrated() {
        database.execute("""
            alter table users drop constraint users_role_agrees_check, drop constraint users_password_agrees_check;
            alter table users disable trigger users_fill_both_generations;
            drop trigger users_follow_changed_generation on users;
            insert into users (username, email, password_hash, hashed_password, role)
            select 'user' || i, 'user' || i, 'secret', 'other secret', 'member' from generate_series(1, 4) i;
            insert into users (username, email, role) values ('same', 'same', 'viewer');
            update users set is_admin = true where id = 4
            """);
    }
}
