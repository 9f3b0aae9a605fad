package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the text of a script: UTF-8, with or without a byte order mark. A line end of Windows is a line end as any
/// other, so that a script does the same however git has checked it out.
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
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.read()))
                    .toString();
            return Optional.of((text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            problems.accept(new ScriptProblem(origin, 0, "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            problems.accept(new ScriptProblem(
                    origin, 0, "the file cannot be read", "make it readable for the user that runs this program"));
        }
        return Optional.empty();
    }
}
