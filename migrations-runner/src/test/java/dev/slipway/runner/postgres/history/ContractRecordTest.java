package dev.slipway.runner.postgres.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import dev.slipway.testing.KnownNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the comment of a history says. The gate of the service is held to the same table.
final class ContractRecordTest {
    static List<KnownNote> notes() {
        return KnownNote.all();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void isReadAsTheGateOfTheServiceReadsIt(KnownNote known) {
        assertThat(ContractRecord.parse(known.comment()))
                .isEqualTo(known.versions().stream().map(Version::of).toList());
    }

    @Test
    void noCommentNotesNothing() {
        assertThat(ContractRecord.parse(null)).isEmpty();
    }
}
