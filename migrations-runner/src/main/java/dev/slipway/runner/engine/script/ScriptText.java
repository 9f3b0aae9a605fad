package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the text of a script: UTF-8, with or without a byte order mark.
final class ScriptText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ScriptText() {}

    /// Where the bytes of a script come from.
    @FunctionalInterface
    interface Bytes {
        byte[] read() throws IOException;
    }

    static Optional<String> read(String origin, Bytes bytes, Consumer<ScriptProblem> problems) {
        try {
            byte[] read = bytes.read();
            refuseNul(origin, read, problems);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.accept(new ScriptProblem(origin, 0, "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            problems.accept(new ScriptProblem(
                    origin, 0, "the file cannot be read", "make it readable for the user that runs this program"));
        }
        return Optional.empty();
    }

    /// PostgreSQL takes no NUL in SQL; a file in UTF-16 is full of them.
    private static void refuseNul(String origin, byte[] bytes, Consumer<ScriptProblem> problems) {
        int line = 1;
        for (int offset = 0; offset < bytes.length; offset++) {
            if (bytes[offset] == 0) {
                problems.accept(new ScriptProblem(
                        origin, line, "the byte at offset %d is NUL".formatted(offset), "save it as UTF-8 without it"));
                return;
            }
            line += bytes[offset] == '\n' ? 1 : 0;
        }
    }
}
