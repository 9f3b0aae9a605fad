package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.fixture.ReferenceScripts;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

final class BothGenerationsTest {
    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = PostgresServer.shared().createDatabase();
        ReferenceScripts.up(database, 1, 3);
    }

    @BeforeEach
    void clear() {
        database.execute("truncate users restart identity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "username, email; 'a', 'a@b'; ||f|member",
                "username, email, password_hash; 'a', 'a@b', 'h'; h|h|f|member",
                "username, email, password_hash, is_admin; 'a', 'a@b', 'h', true; h|h|t|admin",
                "username, email, password_hash, is_admin; 'a', 'a@b', 'h', false; h|h|f|member",
                "username, email, hashed_password, role; 'a', 'a@b', 'h', 'admin'; h|h|t|admin",
                "username, email, hashed_password, role; 'a', 'a@b', 'h', 'member'; h|h|f|member",
                "username, email, hashed_password, role; 'a', 'a@b', null, 'viewer'; ||f|viewer",
                "username, email, is_admin, role; 'a', 'a@b', false, 'admin'; ||t|admin",
                "username, email, password_hash, hashed_password; 'a', 'a@b', 'h', 'h'; h|h|f|member",
            })
    void anInsertFillsTheOtherGeneration(String columns, String values, String row) {
        database.execute("insert into users (%s) values (%s)".formatted(columns, values));
        assertThat(rows()).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "is_admin, role; true, 'member'; `is_admin` and `role` are given values",
                "is_admin, role; true, 'viewer'; `is_admin` and `role` are given values",
                "password_hash, hashed_password; 'old', 'new'; `password_hash` and `hashed_password` are given values",
                "role; 'owner'; check constraint `users_role_check`",
            })
    void anInsertThatContradictsItselfIsRefused(String columns, String values, String why) {
        assertRefused(
                "insert into users (username, email, %s) values ('a', 'a@b', %s)".formatted(columns, values), why);
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "member; password_hash = 'x'; x|x|f|member",
                "member; hashed_password = 'x'; x|x|f|member",
                "member; password_hash = null; ||f|member",
                "member; hashed_password = null; ||f|member",
                "member; password_hash = 'x', hashed_password = 'x'; x|x|f|member",
                "member; password_hash = 'h', hashed_password = 'x'; x|x|f|member",
                "member; is_admin = true; h|h|t|admin",
                "member; role = 'admin'; h|h|t|admin",
                "member; role = 'admin', is_admin = true; h|h|t|admin",
                "member; role = 'viewer', is_admin = false; h|h|f|viewer",
                "admin; is_admin = false; h|h|f|member",
                "admin; role = 'viewer'; h|h|f|viewer",
                "admin; role = 'viewer', is_admin = false; h|h|f|viewer",
                "viewer; is_admin = false; h|h|f|viewer",
                "viewer; is_admin = true; h|h|t|admin",
                "viewer; password_hash = 'x', role = 'member'; x|x|f|member",
                "admin; password_hash = 'x', role = 'member'; x|x|f|member",
            })
    void anUpdateOfOneGenerationChangesTheOther(String role, String change, String row) {
        insert(role);
        database.execute("update users set " + change);
        assertThat(rows()).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "member; password_hash = 'x', hashed_password = 'y'; `password_hash` and `hashed_password` are given values",
                "member; password_hash = null, hashed_password = 'y'; `password_hash` and `hashed_password` are given values",
                "member; is_admin = true, role = 'viewer'; `is_admin` and `role` are given values",
                "admin; is_admin = false, role = 'owner'; check constraint `users_role_check`",
            })
    void anUpdateThatContradictsItselfIsRefused(String role, String change, String why) {
        insert(role);
        String before = rows();
        assertRefused("update users set " + change, why);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anOldUpsertKeepsAViewerAViewer() {
        insert("viewer");
        database.execute("""
                insert into users (username, email, password_hash, is_admin) values ('a', 'a@b', 'x', false)
                on conflict (username) do update set password_hash = excluded.password_hash, is_admin = excluded.is_admin
                """);
        assertThat(rows()).isEqualTo("x|x|f|viewer");
    }

    private void insert(String role) {
        database.execute("insert into users (username, email, hashed_password, role) values ('a', 'a@b', 'h', '%s')"
                .formatted(role));
    }

    private String rows() {
        return String.join(
                "\n", database.query("select password_hash, hashed_password, is_admin, role from users order by id"));
    }

    private void assertRefused(String sql, String why) {
        assertThatThrownBy(() -> database.execute(sql))
                .rootCause()
                .isInstanceOfSatisfying(PSQLException.class, failure -> {
                    assertThat(failure.getSQLState()).isEqualTo("23514");
                    assertThat(failure.getMessage()).contains(why.replace('`', '"'));
                });
    }
}
