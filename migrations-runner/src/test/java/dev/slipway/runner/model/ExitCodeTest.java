package dev.slipway.runner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
    @Test
    void everyCodeStaysWhatScriptsRelyOn() {
        assertThat(Arrays.stream(ExitCode.values())
                        .map(code -> "%d %s".formatted(code.code(), code))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        0 DONE
                        1 FINDINGS
                        2 USAGE
                        3 REFUSED
                        4 DATABASE_UNAVAILABLE
                        5 LOCKED
                        6 SCRIPT_FAILED
                        7 HISTORY_MISMATCH
                        8 BACKUP_FAILED
                        9 TENANTS_DIFFER
                        70 INTERNAL_ERROR
                        130 INTERRUPTED
                        143 TERMINATED""");
    }

    @Test
    void everyCodeHasAMeaningOfItsOwn() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::meaning))
                .allMatch(meaning -> !meaning.isBlank())
                .doesNotHaveDuplicates();
    }
}
