package dev.slipway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gate.GateState.Ahead;
import dev.slipway.gate.GateState.Failed;
import dev.slipway.gate.GateState.Open;
import dev.slipway.testing.KnownNote;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the comment of a history says of revisions that older services cannot run on.
final class ContractNotesTest {
    private static final WrittenHistory database = WrittenHistory.create();

    private final SchemaGate gate = SchemaGate.of(database.dataSource(), "7");

    @BeforeEach
    void createHistory() {
        database.forget();
        applied("1");
    }

    static List<KnownNote> notes() {
        return KnownNote.all();
    }

    /// The runner is held to the same table. Each version is applied, and asked for by the one before it.
    @ParameterizedTest
    @MethodSource("notes")
    void aNoteSaysWhatItDoesForTheRunner(KnownNote known) {
        applied("30000101000000");
        applied("0.1");
        note(known.comment());
        String reached = "0.1";
        for (String version : known.versions()) {
            assertThat(SchemaGate.of(database.dataSource(), reached).read())
                    .isEqualTo(new Ahead(reached, "30000101000000", version));
            applied(version);
            reached = version;
        }
        assertThat(SchemaGate.of(database.dataSource(), reached).read()).isEqualTo(new Open("30000101000000"));
    }

    @ParameterizedTest
    @CsvSource({"'8'", "'6, 8'", "'3, 10, 8, 9'", "8.0", "08", "'6, 8_0, 9'"})
    void aContractRevisionAfterTheRequiredOneIsTooFar(String contracts) {
        applied("10");
        note("slipway contract: " + contracts);
        assertThat(gate.read()).isEqualTo(new Ahead("7", "10", "8"));
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "8.0, 8", "8, 8.0", "8.0, 08"})
    void aContractRevisionAtThePositionIsTooFarHoweverItIsSpelled(String version, String noted) {
        applied("7");
        applied(version);
        note("slipway contract: " + noted);
        assertThat(gate.read()).isEqualTo(new Ahead("7", "8", "8"));
    }

    @ParameterizedTest
    @CsvSource({"DELETE", "UNDO_SQL", "UNDO_JDBC"})
    void aContractRevisionThatWasTakenBackTookNothingAway(String type) {
        applied("7");
        applied("8");
        applied("9");
        database.record("8.0", type, "U8__x.sql", true);
        note("slipway contract: 8");
        assertThat(gate.read()).isEqualTo(new Open("9"));
    }

    /// The runner notes it when the script begins.
    @ParameterizedTest
    @CsvSource({"SQL", "DELETE"})
    void aContractRevisionThatIsAppliedOrTakenBackInPartIsTooFar(String type) {
        applied("7");
        if (type.equals("DELETE")) {
            applied("8");
        }
        database.record("8", type, "V8__x.sql", false);
        note("slipway contract: 8");
        assertThat(gate.read()).isEqualTo(new Ahead("7", "8", "8"));
        assertThat(SchemaGate.of(database.dataSource(), "8").read()).isEqualTo(new Failed("V8__x.sql"));
    }

    @Test
    void aRevisionThatIsAppliedInPartAndNoContractIsNotNeeded() {
        applied("7");
        database.record("8", "SQL", "V8__x.sql", false);
        note("slipway contract: 9");
        assertThat(gate.read()).isEqualTo(new Open("7"));
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
        assertThat(gate.read()).isEqualTo(new Open("10"));
    }

    private static void applied(String version) {
        database.record(version, "SQL", "V%s__x.sql".formatted(version), true);
    }

    private static void note(String text) {
        database.execute("comment on table flyway_schema_history is '%s'".formatted(text));
    }
}
