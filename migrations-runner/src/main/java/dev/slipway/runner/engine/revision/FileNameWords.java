package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes the part of a file's name that says what the script is for.
final class FileNameWords {
    private static final int LONGEST = 60;

    /// What Java reads in place of a letter that is not in the locale.
    private static final char UNREADABLE = '\uFFFD';

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private FileNameWords() {}

    /// The words of a message, for example `add_phone_to_users`: as many as fit, letters and digits of any script.
    ///
    /// @throws SlipwayException with `UsageFailure` if there is no word, or one that could not be read
    static String of(String message) {
        return of(message, LONGEST);
    }

    /// The words of a message, which leave room for those that tell a revision from the others of the message.
    ///
    /// @param others may be empty
    /// @throws SlipwayException as the other
    static String of(String message, String others) {
        if (others.isEmpty()) {
            return of(message);
        }
        String end = of(others, LONGEST / 2);
        return of(message, LONGEST - 1 - length(end)) + "_" + end;
    }

    private static String of(String message, int longest) {
        if (message.indexOf(UNREADABLE) >= 0) {
            throw new SlipwayException(new UsageFailure(
                    "the message has letters that the locale of this process does not know",
                    "set LC_ALL=C.UTF-8 and run the command again"));
        }
        String plain = Normalizer.normalize(message, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> words =
                WORD.matcher(plain).results().map(MatchResult::group).toList();
        if (words.isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "message \"%s\" has no word to name the files by".formatted(message),
                    "say what the revision is for: -m \"add phone to users\""));
        }
        StringBuilder name = new StringBuilder(beginning(words.getFirst(), longest));
        for (String word : words.subList(1, words.size())) {
            if (length(name) + 1 + length(word) > longest) {
                break;
            }
            name.append('_').append(word);
        }
        return name.toString();
    }

    private static String beginning(String word, int longest) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(longest, length(word))));
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
