package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.FileFault;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files that get other names and other texts. The new ones are all there before an old one goes.
final class MovedFiles {
    private final Map<Path, Path> moves = new LinkedHashMap<>();
    private final Map<Path, byte[]> texts = new LinkedHashMap<>();

    void move(Path from, Path to) {
        moves.put(from, to);
    }

    void text(Path file, byte[] text) {
        texts.put(file, text);
    }

    /// Other words in the text of a file, if they are there.
    void replace(Path file, String former, String now) {
        try {
            byte[] bytes = texts.containsKey(file) ? texts.get(file) : Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.contains(former)) {
                texts.put(file, text.replace(former, now).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws SlipwayException with `UsageFailure` if a new name is taken or cannot be written; then nothing is
    /// changed
    void write() {
        List<Path> made = new ArrayList<>();
        Map<Path, byte[]> former = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                byte[] text = texts.get(move.getKey());
                Files.createFile(move.getValue());
                made.add(move.getValue());
                Files.write(move.getValue(), text == null ? Files.readAllBytes(move.getKey()) : text);
            }
            for (Map.Entry<Path, byte[]> text : texts.entrySet()) {
                if (!moves.containsKey(text.getKey())) {
                    former.put(text.getKey(), Files.readAllBytes(text.getKey()));
                    Files.write(text.getKey(), text.getValue());
                }
            }
            for (Path old : moves.keySet()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            remove(made);
            restore(former);
            throw new SlipwayException(new UsageFailure(fault(e), "choose another version, or move it"), e);
        }
    }

    /// What Java says of a full disk names no file.
    private static String fault(IOException exception) {
        String reason = FileFault.of(exception);
        return exception instanceof FileSystemException known ? "%s: %s".formatted(known.getFile(), reason) : reason;
    }

    /// Those whose old ones are still there.
    private void remove(List<Path> made) {
        moves.forEach((from, to) -> {
            try {
                if (made.contains(to) && Files.exists(from)) {
                    Files.delete(to);
                }
            } catch (IOException _) {
                // it stays beside the old one, and the next command tells of both
            }
        });
    }

    private static void restore(Map<Path, byte[]> former) {
        former.forEach((file, text) -> {
            try {
                Files.write(file, text);
            } catch (IOException _) {
                // what cannot be written now was not written before either
            }
        });
    }
}
