package dev.slipway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.gate.GateState.Behind;
import dev.slipway.gate.GateState.Failed;
import dev.slipway.gate.GateState.Open;
import dev.slipway.gate.GateState.Unreachable;
import dev.slipway.gate.GateState.Unreadable;
import dev.slipway.testing.KnownHistory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Histories written by hand: the gate needs their rows only, which stand for no scripts.
final class SchemaGateTest {
    private static final WrittenHistory database = WrittenHistory.create();

    private final SchemaGate gate = SchemaGate.of(database.dataSource(), "7");

    @BeforeEach
    void createHistory() {
        database.forget();
        applied("1");
    }

    @Test
    void aDatabaseWithoutHistoryIsBehind() {
        database.execute("drop table flyway_schema_history");
        assertThat(gate.read()).isEqualTo(new Behind("7", Behind.NONE));
        assertThat(gate.read().found()).isEmpty();
        assertThat(gate.read().message())
                .isEqualTo("the schema is at no revision and this service needs revision \"7\"; run the"
                        + " migrations-runner");
    }

    @Test
    void anEmptyHistoryIsBehind() {
        database.execute("delete from flyway_schema_history");
        assertThat(gate.read()).isEqualTo(new Behind("7", Behind.NONE));
    }

    static List<KnownHistory> histories() {
        return KnownHistory.all();
    }

    /// The runner is held to the same table.
    @ParameterizedTest
    @MethodSource("histories")
    void rowsAmountToWhatTheyDoForTheRunner(KnownHistory known) {
        database.execute("delete from flyway_schema_history");
        known.parsed().forEach(database::record);
        String position = known.position().orElse(Behind.NONE);
        assertThat(gate.read())
                .isEqualTo(
                        known.failed()
                                ? new Failed("script")
                                : known.reached() ? new Open(position) : new Behind("7", position));
    }

    @Test
    void aVersionThatIsNoneIsUnreadable() {
        database.record("1.x", "SQL", "V1__x.sql", true);
        assertThat(gate.read()).isEqualTo(new Unreadable("ERROR: invalid input syntax for type numeric: \"x\""));
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "6.9, 6.9", "1.10, 1.10"})
    void whatLacksTheRequiredRevisionIsBehind(String version, String position) {
        applied(version);
        assertThat(gate.read()).isEqualTo(new Behind("7", position));
    }

    @ParameterizedTest
    @CsvSource({"6, 7", "7.1, 7.1", "10, 10", "20261121070000, 20261121070000"})
    void whatHasTheRequiredRevisionIsReadyWhateverElseItHas(String other, String position) {
        applied("7.0");
        applied(other);
        assertThat(gate.read()).isEqualTo(new Open(position));
    }

    @Test
    void aHigherVersionOfAnotherBranchDoesNotDo() {
        applied("8");
        assertThat(gate.read()).isEqualTo(new Behind("7", "8"));
    }

    @Test
    void aRevisionThatWasTakenBackInPartIsAFailure() {
        applied("7");
        database.record("7", "DELETE", "U7__x.sql", false);
        assertThat(gate.read()).isEqualTo(new Failed("U7__x.sql"));
    }

    @Test
    void theHighestVersionIsThePositionHoweverLateItWasApplied() {
        applied("8");
        applied("7");
        assertThat(gate.read()).isEqualTo(new Open("8"));
    }

    @Test
    void aBaselineCounts() {
        database.execute("delete from flyway_schema_history");
        database.record("7", "BASELINE", "<< Flyway Baseline >>", true);
        assertThat(gate.read()).isEqualTo(new Open("7"));
    }

    @Test
    void aVersionTakenBackDoesNotCountUntilItIsAppliedAgain() {
        applied("6");
        applied("7");
        database.record("7", "DELETE", "U7__x.sql", true);
        assertThat(gate.read()).isEqualTo(new Behind("7", "6"));
        applied("7");
        assertThat(gate.read()).isEqualTo(new Open("7"));
    }

    @Test
    void aRepeatableScriptIsNoPosition() {
        database.record("", "SQL", "R__view.sql", true);
        assertThat(gate.read()).isEqualTo(new Behind("7", "1"));
    }

    @Test
    void aFailedScriptCountsUntilItSucceeds() {
        applied("8");
        database.record("7", "SQL", "V7__x.sql", false);
        assertThat(gate.read()).isEqualTo(new Failed("V7__x.sql"));
        database.record("7", "SQL", "V7__x.sql", true);
        assertThat(gate.read()).isEqualTo(new Open("8"));
    }

    /// While an index is built concurrently, its script's row says that it is no success yet, and services serve on.
    @ParameterizedTest
    @CsvSource({"8, V8__x.sql", "'', R__view.sql"})
    void aScriptUnderWayBeyondTheRequiredOneChangesNothing(String version, String script) {
        applied("7");
        database.record(version, "SQL", script, false);
        assertThat(gate.read()).isEqualTo(new Open("7"));
    }

    @Test
    void aFailedScriptThatWasTakenBackIsForgotten() {
        applied("7");
        applied("8");
        database.record("6", "SQL", "V6__x.sql", false);
        database.record("6", "DELETE", "U6__x.sql", true);
        assertThat(gate.read()).isEqualTo(new Open("8"));
    }

    @Test
    void aHistoryThatMayNotBeReadIsNamed() {
        database.execute("revoke all on flyway_schema_history from public, " + database.reader());
        GateState state = gate.read();
        assertThat(state).isEqualTo(new Unreadable("ERROR: permission denied for table flyway_schema_history"));
        assertThat(state.summary()).isEqualTo("the history of the schema cannot be read");
    }

    private static void applied(String version) {
        database.record(version, "SQL", "V%s__x.sql".formatted(version), true);
    }

    @Test
    void aServerThatIsAwayIsUnreachable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://no.such.host.invalid/accounts");
        GateState state = SchemaGate.of(nowhere, "7").read();
        assertThat(state)
                .isEqualTo(new Unreachable("the database", "the host name \"no.such.host.invalid\" is not known"));
        assertThat(state.message())
                .isEqualTo("the database is not reachable: the host name \"no.such.host.invalid\" is not known");
        assertThat(state.summary()).isEqualTo("the database is not reachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven", "7.", "7; drop table users"})
    void whatIsNoVersionIsNotExpected(String version) {
        assertThatThrownBy(() -> SchemaGate.of(database.dataSource(), version))
                .hasMessage("\"%s\" is no version".formatted(version));
    }
}
