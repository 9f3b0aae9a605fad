package dev.slipway.runner.engine.backup;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.slipway.runner.model.failure.SlipwayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/// Reads and writes `backup.json`.
final class BackupJson {
    static final String FILE_NAME = "backup.json";

    private static final Set<Integer> FORMATS = Set.of(BackupDescription.ORDERED_FINGERPRINT, BackupDescription.FORMAT);

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private BackupJson() {}

    static void write(BackupDescription description, Path folder) throws IOException {
        byte[] text = (GSON.toJson(description) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel file =
                FileChannel.open(folder.resolve(FILE_NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(text));
            file.force(true);
        }
    }

    /// @throws SlipwayException with `BackupDamaged`
    static BackupDescription read(Path folder) {
        String name = folder.toString();
        try {
            BackupDescription description =
                    GSON.fromJson(Files.readString(folder.resolve(FILE_NAME)), BackupDescription.class);
            if (description == null || !FORMATS.contains(description.format())) {
                throw damaged(name, "%s is of another version of Slipway".formatted(FILE_NAME));
            }
            return description;
        } catch (IOException e) {
            throw damaged(
                    name,
                    "%s cannot be read: %s".formatted(FILE_NAME, e.getClass().getSimpleName()));
        } catch (SlipwayException e) {
            throw e;
        } catch (RuntimeException _) {
            throw damaged(name, "%s is not what was written".formatted(FILE_NAME));
        }
    }

    private static SlipwayException damaged(String name, String fault) {
        return new SlipwayException(new BackupDamaged(name, List.of(fault)));
    }
}
