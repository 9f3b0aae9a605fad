package dev.slipway.runner.engine.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add phone to users         | add_phone_to_users",
                "  Add  Phone, to USERS!    | add_phone_to_users",
                "add_phone__to-users        | add_phone_to_users",
                "../../etc/passwd           | etc_passwd",
                "users: drop `name`; --     | users_drop_name",
                "don't                      | don_t",
                "Größe ändern               | größe_ändern",
                "добавить телефон           | добавить_телефон",
                "電話を追加                  | 電話を追加",
                "हिन्दी शब्द                 | हिन्दी_शब्द",
                "2 columns                  | 2_columns",
                "merge 1.1 and 1.2          | merge_1_1_and_1_2"
            })
    void keepsLettersAndDigits(String message, String words) {
        assertThat(FileNameWords.of(message)).isEqualTo(words);
    }

    @Test
    void writesALetterWithItsMarkAsOne() {
        assertThat(FileNameWords.of("a\u0308ndern")).isEqualTo("ändern");
    }

    @Test
    void takesTheWordsOfSeveralLines() {
        assertThat(FileNameWords.of("add phone\n\tto users\r\n")).isEqualTo("add_phone_to_users");
    }

    @Test
    void leavesRoomForWhatOneOfSeveralDoes() {
        assertThat(FileNameWords.of("abcdefghi ".repeat(20), "add to users"))
                .isEqualTo("abcdefghi_".repeat(4) + "add_to_users");
        assertThat(FileNameWords.of("a".repeat(80), "fill")).isEqualTo("a".repeat(55) + "_fill");
        assertThat(FileNameWords.of("users email", "")).isEqualTo("users_email");
    }

    @Test
    void leavesOutTheWordsThatDoNotFit() {
        assertThat(FileNameWords.of("abcdefghi ".repeat(20)))
                .isEqualTo("abcdefghi_".repeat(6).substring(0, 59));
    }

    @Test
    void cutsAWordThatDoesNotFit() {
        assertThat(FileNameWords.of("a".repeat(300))).isEqualTo("a".repeat(60));
        String letter = Character.toString(0x20000);
        assertThat(FileNameWords.of(letter.repeat(100))).isEqualTo(letter.repeat(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "--", "🙂"})
    void refusesAMessageWithoutAWord(String message) {
        SlipwayException exception = catchThrowableOfType(SlipwayException.class, () -> FileNameWords.of(message));
        assertThat(exception.failure())
                .isEqualTo(new UsageFailure(
                        "message \"%s\" has no word to name the files by".formatted(message),
                        "say what the revision is for: -m \"add phone to users\""));
    }

    @Test
    void refusesWhatTheLocaleHasSpoiled() {
        SlipwayException exception =
                catchThrowableOfType(SlipwayException.class, () -> FileNameWords.of("gr\uFFFD\uFFFDe"));
        assertThat(exception.failure())
                .isEqualTo(new UsageFailure(
                        "the message has letters that the locale of this process does not know",
                        "set LC_ALL=C.UTF-8 and run the command again"));
    }
}
