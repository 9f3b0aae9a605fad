package dev.slipway.workbench.alembic;

import dev.slipway.runner.model.script.ScriptProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// A file of text, as far as it can be read.
final class Utf8File {
    private Utf8File() {}

    /// The text of a file, or nothing and a problem.
    static Optional<String> read(Path file, Consumer<ScriptProblem> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            problems.accept(new ScriptProblem(file.toString(), 0, "the file is not UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            problems.accept(new ScriptProblem(file.toString(), 0, "the file cannot be read", "make it readable"));
        }
        return Optional.empty();
    }
}
