package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What keeps two generations of columns equal, and does it no more.
final class VerifyModelTriggersTest {
    private static final String OUT_OF_STEP =
            "what one version of the service writes does not reach the columns of the other, or is refused";

    private final ModelDatabase database = ModelDatabase.create();

    @Test
    void aMissingTrigger() {
        database.execute("drop trigger users_fill_both_generations on users");
        database.assertFound(
                "users: trigger \"users_fill_both_generations\" does not exist",
                OUT_OF_STEP,
                "create it as its script does, with its function: create trigger users_fill_both_generations "
                        + "BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION users_fill_both_generations()");
    }

    @Test
    void aDisabledTrigger() {
        database.execute("alter table users disable trigger users_fill_both_generations");
        database.assertFound(
                "users: trigger \"users_fill_both_generations\" is disabled",
                OUT_OF_STEP,
                "alter table users enable trigger users_fill_both_generations; "
                        + "rows written meanwhile may diverge: run `verify-model` again");
    }

    @Test
    void aTriggerForReplicatedChangesOnly() {
        database.execute("alter table users enable replica trigger users_follow_changed_generation");
        database.assertFound(
                "users: trigger \"users_follow_changed_generation\" fires for replicated changes only",
                OUT_OF_STEP,
                "alter table users enable trigger users_follow_changed_generation; "
                        + "rows written meanwhile may diverge: run `verify-model` again");
    }

    @Test
    void aTriggerThatAlwaysFiresIsNone() {
        database.execute("alter table users enable always trigger users_follow_changed_generation");
        assertThat(database.verify()).startsWith("exit 0\n");
    }

    @Test
    void aTriggerThatFiresLessOften() {
        database.execute("""
                drop trigger users_follow_changed_generation on users;
                create trigger users_follow_changed_generation before update of password_hash on users
                    for each row execute function users_follow_changed_generation()
                """);
        database.assertFound(
                "users: trigger \"users_follow_changed_generation\" is \"BEFORE UPDATE OF password_hash ON users "
                        + "FOR EACH ROW EXECUTE FUNCTION users_follow_changed_generation()\"",
                OUT_OF_STEP,
                "drop it and create it as its script does: create trigger users_follow_changed_generation "
                        + "BEFORE UPDATE OF password_hash, hashed_password, is_admin, role ON users "
                        + "FOR EACH ROW EXECUTE FUNCTION users_follow_changed_generation()");
    }

    @Test
    void aFunctionThatDoesSomethingElse() {
        database.execute("""
                create or replace function users_fill_both_generations() returns trigger
                language plpgsql as 'begin return new; end'
                """);
        database.assertFound(
                "users: function \"users_fill_both_generations()\" is not the one of the model: "
                        + "the MD5 of its source is ab85485bcc84dd3a951fe8ec1f2f5f1e instead of 19bd81567820934b991ef55648a51d4c",
                OUT_OF_STEP,
                "create the function again as its script does");
    }

    @Test
    void aRowThatDiverges() {
        database.execute("""
                insert into users (username, email, role) values ('a', 'a', 'viewer');
                alter table users drop constraint users_role_agrees_check;
                alter table users disable trigger user;
                update users set is_admin = true;
                alter table users enable trigger user
                """);
        assertThat(database.verify()).isEqualTo("""
                exit 1
                users.is_admin: it does not agree with role in 1 row: id 1
                  effect: old and new versions of the service see different things
                  remedy: with the triggers in place, say which side is right; if it is role: update users set is_admin = (role = 'admin') where is_admin is distinct from (role = 'admin')

                the model does not fit, 1 finding: %s, 1 diverging row
                """.formatted(VerifyModelTest.SIZE));
    }
}
