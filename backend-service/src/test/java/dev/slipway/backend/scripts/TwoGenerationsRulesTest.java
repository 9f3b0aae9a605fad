package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backend.fixture.ReferenceScripts;
import dev.slipway.model.SchemaRevision;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/// The rules of `docs/two-generations.md`, by their names.
final class TwoGenerationsRulesTest {
    private static final Path DOCUMENT = Path.of("../docs/two-generations.md");
    private static final String CONTRADICTION = "23514";
    private static final String NULL = "23502";

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = PostgresServer.shared().createDatabase();
        ReferenceScripts.up(database, 1, Integer.parseInt(SchemaRevision.REQUIRED));
    }

    @BeforeEach
    void clear() {
        database.execute("truncate users restart identity cascade");
    }

    @Test
    void everyRuleIsWrittenDown() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                        .matcher(document)
                        .results()
                        .map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rules.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .collect(Collectors.toSet()));
    }

    @Nested
    final class Rules {
        @Test
        void aPasswordIsTheSameOnBothSides() {
            insert("password_hash", "'old'");
            assertThat(row()).isEqualTo("old|old|f|member");
            update("hashed_password = 'new'");
            assertThat(row()).isEqualTo("new|new|f|member");
            update("password_hash = 'older'");
            assertThat(row()).isEqualTo("older|older|f|member");
        }

        @Test
        void aPasswordTakenAwayOnOneSideIsGoneOnBoth() {
            insert("hashed_password", "'h'");
            update("password_hash = null");
            assertThat(row()).isEqualTo("||f|member");
        }

        @Test
        void anAdministratorIsOneOnBothSides() {
            insert("role", "'admin'");
            assertThat(row()).isEqualTo("||t|admin");
            update("is_admin = false");
            assertThat(row()).isEqualTo("||f|member");
            update("is_admin = true");
            assertThat(row()).isEqualTo("||t|admin");
        }

        @Test
        void anOldInsertMakesAnAdministratorOrAMember() {
            insert("is_admin", "true");
            assertThat(row()).isEqualTo("||t|admin");
            clear();
            insert("is_admin", "false");
            assertThat(row()).isEqualTo("||f|member");
            clear();
            insert("is_admin", "default");
            assertThat(row()).isEqualTo("||f|member");
        }

        @Test
        void aViewerIsNoAdministratorToTheOldSide() {
            insert("role", "'viewer'");
            assertThat(row()).isEqualTo("||f|viewer");
        }

        @Test
        void anOldWriteOfFalseKeepsAViewerAViewer() {
            insert("role", "'viewer'");
            update("is_admin = false, password_hash = 'h'");
            assertThat(row()).isEqualTo("h|h|f|viewer");
        }

        @Test
        void anAdministratorWhoWasAViewerBecomesAMember() {
            insert("role", "'viewer'");
            update("is_admin = true");
            assertThat(row()).isEqualTo("||t|admin");
            update("is_admin = false");
            assertThat(row()).isEqualTo("||f|member");
        }

        @Test
        void aRoleGivenInAnInsertWinsOverAnIsAdminOfFalse() {
            insert("is_admin, role", "false, 'admin'");
            assertThat(row()).isEqualTo("||t|admin");
        }

        @Test
        void anIsAdminOfTrueBesideALesserRoleIsRefused() {
            assertThatThrownBy(() -> insert("is_admin, role", "true, 'viewer'")).satisfies(isRefused(CONTRADICTION));
            insert("role", "'viewer'");
            assertThatThrownBy(() -> update("is_admin = true, role = 'member'")).satisfies(isRefused(CONTRADICTION));
            assertThat(row()).isEqualTo("||f|viewer");
        }

        @Test
        void twoPasswordsInOneStatementAreRefused() {
            assertThatThrownBy(() -> insert("password_hash, hashed_password", "'a', 'b'"))
                    .satisfies(isRefused(CONTRADICTION));
            insert("password_hash", "'h'");
            assertThatThrownBy(() -> update("password_hash = 'a', hashed_password = 'b'"))
                    .satisfies(isRefused(CONTRADICTION));
            assertThat(row()).isEqualTo("h|h|f|member");
        }

        @Test
        void changesOfBothSidesThatAgreeAreTaken() {
            insert("password_hash", "'h'");
            update("password_hash = 'x', hashed_password = 'x', is_admin = true, role = 'admin'");
            assertThat(row()).isEqualTo("x|x|t|admin");
        }

        @Test
        void aColumnWrittenUnchangedSaysNothing() {
            insert("password_hash, is_admin", "'h', true");
            update("password_hash = 'h', is_admin = true, hashed_password = 'x', role = 'viewer'");
            assertThat(row()).isEqualTo("x|x|f|viewer");
        }

        @Test
        void aLateWriteWinsWhicheverSideItIsFrom() {
            insert("is_admin", "false");
            update("role = 'admin'");
            update("is_admin = false");
            assertThat(row()).isEqualTo("||f|member");
        }

        @Test
        void aWordThatIsNoRoleIsRefused() {
            assertThatThrownBy(() -> insert("role", "'owner'")).satisfies(isRefused(CONTRADICTION));
        }

        @Test
        void anIsAdminOfNullIsRefused() {
            assertThatThrownBy(() -> insert("is_admin", "null")).satisfies(isRefused(NULL));
        }
    }

    private static void insert(String columns, String values) {
        database.execute("insert into users (username, email, %s) values ('a', 'a@b', %s)".formatted(columns, values));
    }

    private static void update(String changes) {
        database.execute("update users set " + changes);
    }

    private static String row() {
        return String.join("\n", database.query("select password_hash, hashed_password, is_admin, role from users"));
    }

    private static Consumer<Throwable> isRefused(String state) {
        return failure -> assertThat(failure)
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
    }
}
