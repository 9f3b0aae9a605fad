package dev.slipway.runner.acceptance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ModelDatabase;
import org.junit.jupiter.api.Test;

/// Rights that the service lacks, and those that it has without need.
final class VerifyModelRightsTest {
    private static final String UNSEEN = "the service can change the schema behind the back of the history";

    private final ModelDatabase database = ModelDatabase.create();

    @Test
    void aRightThatIsMissing() {
        database.execute("revoke insert, delete on users from " + database.role());
        database.assertFound(
                "role \"app_service\": it may not insert, delete on users",
                "requests fail with SQLSTATE 42501",
                "grant insert, delete on users to app_service");
    }

    @Test
    void aRightOnEachColumnIsOneOnTheTable() {
        database.execute("""
                revoke update on company_settings from ROLE;
                grant update (id, company_name, time_zone, max_failed_login_attempts, lockout_minutes, updated_at)
                    on company_settings to ROLE
                """.replace("ROLE", database.role()));
        assertThat(database.verify()).startsWith("exit 0\n");
        database.execute("revoke update (company_name) on company_settings from " + database.role());
        database.assertFound(
                "role \"app_service\": it may not update on company_settings",
                "requests fail with SQLSTATE 42501",
                "grant update on company_settings to app_service");
    }

    @Test
    void aSequenceThatIsNotGranted() {
        database.execute("""
                alter table users alter column id drop identity;
                create sequence users_numbers;
                alter table users alter column id set default nextval('users_numbers')
                """);
        database.assertFound(
                "role \"app_service\": it may not use sequence users_numbers, which gives users its values",
                "requests fail with SQLSTATE 42501",
                "grant usage on sequence users_numbers to app_service");
    }

    @Test
    void aSchemaThatIsNotGranted() {
        String schema = database.name() + "_schema";
        database.execute("""
                create schema SCHEMA;
                alter table company_settings set schema SCHEMA;
                alter database DATABASE set search_path = public, SCHEMA
                """.replace("SCHEMA", schema).replace("DATABASE", database.name()));
        database.assertFound(
                "role \"app_service\": it may not use schema \"app_schema\", in which company_settings is",
                "requests fail with SQLSTATE 42501",
                "grant usage on schema app_schema to app_service");
    }

    @Test
    void aServiceThatMayCreateTables() {
        database.database()
                .server()
                .execute("grant create on database %s to %s".formatted(database.name(), database.role()));
        database.execute("create schema other; grant create on schema other to " + database.role());
        assertThat(database.verify()).isEqualTo("""
                exit 1
                role "app_service": it may create schemas, and tables in them
                  effect: %1$s
                  remedy: revoke create on the database from app_service, from public and from roles it is a member of

                role "app_service": it may create tables in schema "other"
                  effect: %1$s
                  remedy: revoke create on the schema from app_service, from public and from roles it is a member of

                the model does not fit, 2 findings: %2$s, 0 diverging rows
                """.formatted(UNSEEN, ModelDatabase.SIZE));
    }

    @Test
    void aServiceThatOwnsATable() {
        database.database()
                .server()
                .execute("grant %s to %s"
                        .formatted(database.role(), database.database().owner()));
        database.execute(
                "grant create on schema public to %1$s; alter table company_settings owner to %1$s; revoke create on schema public from %1$s"
                        .formatted(database.role()));
        database.assertFound(
                "role \"app_service\": it owns table company_settings, or is a member of the role that does",
                UNSEEN,
                "alter table company_settings owner to the role of the runner");
    }

    @Test
    void aServiceThatIsASuperuser() {
        database.database().server().execute("alter role %s superuser".formatted(database.role()));
        database.assertFound("role \"app_service\": it is a superuser", UNSEEN, "alter role app_service nosuperuser");
    }
}
