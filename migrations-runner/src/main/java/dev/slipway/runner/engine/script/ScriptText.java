package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the text of a script, with or without a byte order mark. A line end of Windows is a line end as any other, so
/// that a script does the same however git has checked it out.
final class ScriptText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ScriptText() {}

    /// Where the bytes of a script come from.
    @FunctionalInterface
    interface Bytes {
        byte[] read() throws IOException;
    }

    static Optional<String> read(String origin, Bytes bytes, Charset encoding, Consumer<ScriptProblem> problems) {
        try {
            String text =
                    encoding.newDecoder().decode(ByteBuffer.wrap(bytes.read())).toString();
            refuseNul(origin, text, encoding, problems);
            return Optional.of((text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            problems.accept(new ScriptProblem(
                    origin,
                    0,
                    "the file is not %s".formatted(encoding),
                    "save it as %s, or name its encoding: FLYWAY_ENCODING=ISO-8859-1".formatted(encoding)));
        } catch (FileUnusable e) {
            problems.accept(ScriptProblem.unusable(origin, e.what(), e.help()));
        } catch (IOException e) {
            problems.accept(ScriptProblem.unusable(
                    origin,
                    "the file cannot be read: " + e.getMessage(),
                    "see that the user that runs this program can"));
        }
        return Optional.empty();
    }

    /// PostgreSQL takes no NUL in SQL; a file in UTF-16 that is read as UTF-8 is full of them.
    private static void refuseNul(String origin, String text, Charset encoding, Consumer<ScriptProblem> problems) {
        int at = text.indexOf('\0');
        if (at >= 0) {
            String before = text.substring(0, at);
            problems.accept(new ScriptProblem(
                    origin,
                    1 + (int) before.chars().filter(c -> c == '\n').count(),
                    "the byte at offset %d is NUL".formatted(before.getBytes(encoding).length),
                    "save it as %s without it".formatted(encoding)));
        }
    }
}
