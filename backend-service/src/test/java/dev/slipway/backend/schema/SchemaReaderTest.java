package dev.slipway.backend.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.database.Database;
import dev.slipway.backend.fixture.AccountDatabase;
import dev.slipway.backend.schema.SchemaState.Ahead;
import dev.slipway.backend.schema.SchemaState.Behind;
import dev.slipway.backend.schema.SchemaState.Failed;
import dev.slipway.backend.schema.SchemaState.Ready;
import dev.slipway.backend.schema.SchemaState.SignInRefused;
import dev.slipway.backend.schema.SchemaState.Unreachable;
import dev.slipway.backend.schema.SchemaState.Unreadable;
import dev.slipway.backend.setting.Settings;
import dev.slipway.testing.KnownHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The reader needs the history only, so the rows here stand for no scripts.
final class SchemaReaderTest {
    private static AccountDatabase database;

    private final SchemaReader reader = reader(Map.of());

    @BeforeAll
    static void createDatabase() {
        database = AccountDatabase.create();
    }

    @BeforeEach
    void createHistory() {
        database.forgetHistory();
        applied("1");
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aDatabaseWithoutHistoryIsBehind() {
        database.owner().execute("drop table flyway_schema_history");
        assertThat(reader.read()).isEqualTo(new Behind(Behind.NONE));
        assertThat(reader.read().found()).isEmpty();
        assertThat(reader.read().message())
                .isEqualTo("the schema is at no revision and this service needs revision \"7\"; run the"
                        + " migrations-runner");
    }

    @Test
    void anEmptyHistoryIsBehind() {
        database.owner().execute("delete from flyway_schema_history");
        assertThat(reader.read()).isEqualTo(new Behind(Behind.NONE));
    }

    static List<KnownHistory> histories() {
        return KnownHistory.all();
    }

    /// The runner is held to the same table.
    @ParameterizedTest
    @MethodSource("histories")
    void rowsAmountToWhatTheyDoForTheRunner(KnownHistory known) {
        database.owner().execute("delete from flyway_schema_history");
        known.parsed().forEach(database::record);
        String position = known.position().orElse(Behind.NONE);
        assertThat(reader.read())
                .isEqualTo(
                        known.failed()
                                ? new Failed("script")
                                : known.reached() ? new Ready(position) : new Behind(position));
    }

    @Test
    void aVersionThatIsNoneIsUnreadable() {
        database.record("1.x", "SQL", "V1__x.sql", true);
        assertThat(reader.read()).isEqualTo(new Unreadable("ERROR: invalid input syntax for type numeric: \"x\""));
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "6.9, 6.9", "1.10, 1.10"})
    void whatLacksTheRequiredRevisionIsBehind(String version, String position) {
        applied(version);
        assertThat(reader.read()).isEqualTo(new Behind(position));
    }

    @ParameterizedTest
    @CsvSource({"6, 7", "7.1, 7.1", "10, 10", "20261121070000, 20261121070000"})
    void whatHasTheRequiredRevisionIsReadyWhateverElseItHas(String other, String position) {
        applied("7.0");
        applied(other);
        assertThat(reader.read()).isEqualTo(new Ready(position));
    }

    @Test
    void aHigherVersionOfAnotherBranchDoesNotDo() {
        applied("8");
        assertThat(reader.read()).isEqualTo(new Behind("8"));
    }

    @Test
    void aRevisionThatWasTakenBackInPartIsAFailure() {
        applied("7");
        database.record("7", "DELETE", "U7__x.sql", false);
        assertThat(reader.read()).isEqualTo(new Failed("U7__x.sql"));
    }

    @Test
    void theHighestVersionIsThePositionHoweverLateItWasApplied() {
        applied("8");
        applied("7");
        assertThat(reader.read()).isEqualTo(new Ready("8"));
    }

    @Test
    void aBaselineCounts() {
        database.owner().execute("delete from flyway_schema_history");
        database.record("7", "BASELINE", "<< Flyway Baseline >>", true);
        assertThat(reader.read()).isEqualTo(new Ready("7"));
    }

    @Test
    void aVersionTakenBackDoesNotCountUntilItIsAppliedAgain() {
        applied("6");
        applied("7");
        database.record("7", "DELETE", "U7__x.sql", true);
        assertThat(reader.read()).isEqualTo(new Behind("6"));
        applied("7");
        assertThat(reader.read()).isEqualTo(new Ready("7"));
    }

    @Test
    void aRepeatableScriptIsNoPosition() {
        database.record("", "SQL", "R__view.sql", true);
        assertThat(reader.read()).isEqualTo(new Behind("1"));
    }

    @Test
    void aFailedScriptCountsUntilItSucceeds() {
        applied("8");
        database.record("7", "SQL", "V7__x.sql", false);
        assertThat(reader.read()).isEqualTo(new Failed("V7__x.sql"));
        database.record("7", "SQL", "V7__x.sql", true);
        assertThat(reader.read()).isEqualTo(new Ready("8"));
    }

    /// While an index is built concurrently, its script's row says that it is no success yet, and services serve on.
    @ParameterizedTest
    @CsvSource({"8, V8__x.sql", "'', R__view.sql"})
    void aScriptUnderWayBeyondTheRequiredOneChangesNothing(String version, String script) {
        applied("7");
        database.record(version, "SQL", script, false);
        assertThat(reader.read()).isEqualTo(new Ready("7"));
    }

    @Test
    void aFailedScriptThatWasTakenBackIsForgotten() {
        applied("7");
        applied("8");
        database.record("6", "SQL", "V6__x.sql", false);
        database.record("6", "DELETE", "U6__x.sql", true);
        assertThat(reader.read()).isEqualTo(new Ready("8"));
    }

    @ParameterizedTest
    @CsvSource({"'8'", "'6, 8'", "'3, 10, 8, 9'", "'8.0, 9'"})
    void aContractRevisionAfterTheRequiredOneIsTooFar(String contracts) {
        applied("10");
        note("slipway contract: " + contracts);
        assertThat(reader.read())
                .isInstanceOfSatisfying(
                        Ahead.class, ahead -> assertThat(ahead.contract()).startsWith("8"));
        assertThat(reader.read().found()).contains("10");
    }

    @ParameterizedTest
    @CsvSource({
        "slipway contract: 7",
        "slipway contract: 7.0",
        "'slipway contract: 2, 7.0.0'",
        "slipway contract: 11",
        "kept by the runner"
    })
    void otherNotesDoNotMatter(String note) {
        applied("7");
        applied("10");
        note(note);
        assertThat(reader.read()).isEqualTo(new Ready("10"));
    }

    @Test
    void aHistoryThatMayNotBeReadIsNamed() {
        database.owner().execute("revoke select on flyway_schema_history from account_service");
        assertThat(reader.read()).isEqualTo(new Unreadable("ERROR: permission denied for table flyway_schema_history"));
    }

    @Test
    void aLostConnectionIsReplaced() {
        assertThat(reader.read()).isEqualTo(new Behind("1"));
        database.allowConnections(false);
        assertThat(reader.read()).isInstanceOf(Unreachable.class);
        database.allowConnections(true);
        assertThat(reader.read()).isEqualTo(new Behind("1"));
    }

    @Test
    void aWrongPasswordIsNamedWithoutThePassword() {
        SchemaState state = reader(Map.of("DATABASE_PASSWORD", "guess")).read();
        assertThat(state).isInstanceOf(SignInRefused.class);
        assertThat(state.message())
                .isEqualTo(
                        "database \"%s\" on \"localhost:%d\" refuses user or password: FATAL: password authentication"
                                + " failed for user \"account_service\"; correct DATABASE_USER and DATABASE_PASSWORD or"
                                + " the password file",
                        database.service().name(), database.service().server().port());
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThat(reader(Map.of("DATABASE_URL", "postgresql://no.such.host.invalid/accounts"))
                        .read())
                .isEqualTo(new Unreachable(
                        "\"accounts\" on \"no.such.host.invalid\"",
                        "the host name \"no.such.host.invalid\" is not known"));
    }

    private static SchemaReader reader(Map<String, String> overrides) {
        Map<String, String> environment =
                new HashMap<>(Map.of("DATABASE_URL", database.service().url()));
        environment.putAll(overrides);
        return new SchemaReader(new Database(new Settings(environment)));
    }

    private static void applied(String version) {
        database.record(version, "SQL", "V%s__x.sql".formatted(version), true);
    }

    private static void note(String text) {
        database.owner().execute("comment on table flyway_schema_history is '%s'".formatted(text));
    }
}
