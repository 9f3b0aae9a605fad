package dev.slipway.runner.acceptance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ModelDatabase;
import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What keeps two generations of columns equal, and does it no more.
final class VerifyModelBridgesTest {
    private static final String PASSWORDS = "users: bridge users.password_hash <-> users.hashed_password: ";
    private static final String APART = "what one version of the service writes does not reach the column of the other";
    private static final String AGAIN =
            "create it as its script does; rows written meanwhile may diverge: run `verify-model` again";

    private final ModelDatabase database = ModelDatabase.create();

    @RegisterExtension
    private final Project project = new Project();

    @Test
    void aMissingTrigger() {
        database.execute("drop trigger zz_bridge_users_password_hash_hashed_password_insert on users");
        database.assertFound(
                PASSWORDS + "no trigger runs bridge_users_password_hash_hashed_password() before inserts",
                APART,
                AGAIN);
    }

    @Test
    void aMissingFunction() {
        database.execute("drop function bridge_users_password_hash_hashed_password() cascade");
        assertThat(database.verify()).isEqualTo("""
            exit 1
            %sit does not exist
              effect: %s
              remedy: run `upgrade`; if nothing is pending, create its function and triggers as its script does

            the model does not fit, 1 finding: 5 tables, 38 columns, 1 bridge, 0 diverging rows
            """.formatted(PASSWORDS, APART));
    }

    @Test
    void rowsDivergeWhereTheFunctionIsMissing() {
        database.execute("""
            drop function bridge_users_password_hash_hashed_password() cascade;
            insert into users (username, email, password_hash) values ('a', 'a', 'secret')
            """);
        assertThat(database.verify())
                .contains("users.password_hash: it does not agree with hashed_password in 1 row: id 1\n")
                .endsWith("1 bridge, 1 diverging row\n");
    }

    @Test
    void aDisabledTrigger() {
        database.execute("alter table users disable trigger zz_bridge_users_password_hash_hashed_password_insert");
        database.assertFound(
                PASSWORDS
                        + "trigger \"zz_bridge_users_password_hash_hashed_password_insert\" of public.users does not"
                        + " fire",
                APART,
                "alter table public.users enable always trigger zz_bridge_users_password_hash_hashed_password_insert; "
                        + "rows written meanwhile may diverge: run `verify-model` again");
    }

    @Test
    void aTriggerThatFiresLessOften() {
        database.execute("""
                drop trigger zz_bridge_users_password_hash_hashed_password_update on users;
                create trigger zz_bridge_users_password_hash_hashed_password_update before update of password_hash
                    on users for each row execute function bridge_users_password_hash_hashed_password()
                """);
        database.assertFound(
                PASSWORDS + "no trigger runs bridge_users_password_hash_hashed_password() before updates",
                APART,
                AGAIN);
    }

    @Test
    void aFunctionThatDoesSomethingElse() {
        database.execute("""
                create or replace function bridge_users_password_hash_hashed_password() returns trigger
                language plpgsql as 'begin return new; end'
                """);
        database.assertFound(
                PASSWORDS + "function bridge_users_password_hash_hashed_password() does something else", APART, AGAIN);
    }

    @Test
    void aDefaultThatChangedSinceIsNone() {
        database.execute("""
                alter table users alter column password_hash set default 'none', alter column is_admin drop default
                """);
        assertThat(database.verify()).startsWith("exit 0\n");
    }

    @Test
    void aRowThatDiverges() {
        database.execute("""
                insert into users (username, email, role) values ('a', 'a', 'viewer');
                alter table users disable trigger user;
                update users set is_admin = true;
                alter table users enable always trigger user
                """.replace("enable always trigger user", alwaysAll()));
        assertThat(database.verify()).isEqualTo("""
                exit 1
                users.is_admin: it does not agree with role in 1 row: id 1
                  effect: old and new versions of the service see different things
                  remedy: go on with `batch` if rows are left to it; else, with the triggers in place, say which side \
                is right; if it is role: update users set is_admin = ((role = 'admin'))::boolean where is_admin is \
                distinct from ((role = 'admin'))::boolean and role is distinct from (case when is_admin then 'admin' \
                else 'member' end)::text

                the model does not fit, 1 finding: %s, 1 diverging row
                """.formatted(ModelDatabase.SIZE));
    }

    private static String alwaysAll() {
        return """
            enable trigger users_count_change,
            enable always trigger zz_bridge_users_password_hash_hashed_password_insert,
            enable always trigger zz_bridge_users_password_hash_hashed_password_update,
            enable always trigger zz_bridge_users_is_admin_role_insert,
            enable always trigger zz_bridge_users_is_admin_role_update""";
    }

    @Test
    void whatIsNoBridgeIsRefusedInAModel() throws IOException {
        Path model = model("users.role");
        assertThat(database.verify("--model", model.toString())).isEqualTo("""
                exit 2
                --- stderr
                error: --model "%s": tables[0]: bridge "users.role": <-> does not stand between two sides
                  state: nothing was changed
                  help:  see `slipway verify-model --help` for how a model is described
                """.formatted(model));
    }

    @Test
    void onlyReadsWhateverAModelSays() throws IOException {
        database.execute("insert into users (username, email) values ('a', 'a')");
        Path model = model("users.is_admin = (setval('users_id_seq', 9) = 9) <-> users.role = 'admin'");
        assertThat(database.verify("--model", model.toString()))
                .contains("were not compared: cannot execute setval() in a read-only transaction\n")
                .startsWith("exit 1\n");
    }

    private Path model(String bridge) throws IOException {
        return Files.writeString(project.folder().resolve("model.json"), """
                {"tables": [{"name": "users", "columns": [], "bridges": ["%s"]}]}
                """.formatted(bridge));
    }
}
