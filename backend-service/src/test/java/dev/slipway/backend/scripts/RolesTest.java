package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.testing.PostgresServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RolesTest {
    private static AccountDatabase database;

    @BeforeAll
    static void migrate() {
        database = AccountDatabase.migrated();
    }

    @BeforeEach
    void clear() {
        database.owner().execute("delete from users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (a int)",
                "create temporary table t (a int)",
                "create schema s",
                "alter table users add column a int",
                "drop table users",
                "truncate users",
                "create index on users (phone)",
                "create or replace function bridge_users_is_admin_role() returns trigger language plpgsql as 'begin end'",
                "alter table users disable trigger user",
                "insert into company_settings default values",
                "delete from company_settings",
                "update audit_trail set action = 'nothing'",
                "delete from audit_trail",
                "truncate audit_trail",
                "delete from flyway_schema_history",
                "update flyway_schema_history set success = true",
                "insert into flyway_schema_history select * from flyway_schema_history",
            })
    void theServiceMayNot(String statement) {
        assertThatThrownBy(() -> database.service().execute(statement))
                .rootCause()
                .message()
                .matches("(?s)ERROR: (permission denied|must be owner).*");
    }

    @Test
    void theServiceMayWorkWithRows() {
        assertWorksWithRows();
    }

    @Test
    void theOldInsertsStillWork() {
        database.service().execute("insert into users (username, email) values ('a', 'a@b')");
        database.service()
                .execute("insert into users (username, email, password_hash, is_admin) values ('b', 'b@b', 'h', true)");
        assertThat(database.owner().query("select username, hashed_password, role from users order by id"))
                .containsExactly("a||member", "b|h|admin");
    }

    @Test
    void runningTheRolesAgainGrantsOnWhatExists() {
        database.owner().execute("""
                revoke all on users, user_preferences, company_settings, sign_in_devices, audit_trail, flyway_schema_history from account_service
                """);
        AccountDatabase.createRoles(PostgresServer.shared(), database.owner().name());
        assertWorksWithRows();
    }

    private static void assertWorksWithRows() {
        database.service().execute("""
                insert into users (username, email, role) values ('a', 'a@b', 'viewer');
                update users set phone = '1';
                insert into user_preferences (user_id) select id from users;
                update user_preferences set language = 'de';
                insert into sign_in_devices (hash, user_id) select 'h', id from users;
                update sign_in_devices set failed_attempts = 1;
                delete from sign_in_devices;
                insert into audit_trail (action) values ('sign-in');
                delete from user_preferences;
                delete from users;
                update company_settings set company_name = 'Slipway';
                """);
        assertThat(database.service().query("select id, company_name from company_settings"))
                .containsExactly("1|Slipway");
        assertThat(database.service().query("select max(version) from flyway_schema_history"))
                .containsExactly("8");
    }
}
