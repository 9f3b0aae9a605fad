package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Revises;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line of a script that names its parents. All other bytes of the file stay as they are, whatever they stand for.
final class HeaderLine {
    private static final Pattern FORM = Pattern.compile("(?<key>\\s*--\\s*revises\\s*:\\s*).*?(?<end>\\r?)");

    private HeaderLine() {}

    /// The bytes of the file with other parents.
    static byte[] revising(Path file, int line, Collection<Version> parents) {
        try {
            String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
            Matcher matcher = FORM.matcher(lines[line - 1].replace("\u00ef\u00bb\u00bf", ""));
            if (!matcher.matches()) {
                throw new SlipwayException(new UsageFailure(
                        "the parents of %s cannot be rewritten".formatted(file),
                        "write them by hand, and rename its files"));
            }
            String mark = lines[line - 1].startsWith("\u00ef\u00bb\u00bf") ? "\u00ef\u00bb\u00bf" : "";
            lines[line - 1] = mark + matcher.group("key") + text(parents) + matcher.group("end");
            return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new SlipwayException(
                    new UsageFailure("cannot read %s: %s".formatted(file, e.getMessage()), "make it readable"), e);
        }
    }

    static String text(Collection<Version> parents) {
        return parents.isEmpty() ? Revises.NONE : Version.list(parents);
    }
}
