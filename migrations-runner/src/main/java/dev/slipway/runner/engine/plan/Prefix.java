package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/// How far a script without a transaction came.
///
/// While such a script is under way its history row says `success = false`, which stops stock Flyway, and holds the
/// checksum of the statements that were committed. So the next run finds where to go on, as long as nobody changed
/// those.
public final class Prefix {
    private Prefix() {}

    /// The checksum of the first statements; of none it is 0.
    public static int checksum(List<Statement> statements, int count) {
        CRC32 crc = new CRC32();
        statements.subList(0, count).forEach(statement -> update(crc, statement));
        return (int) crc.getValue();
    }

    /// How many statements a checksum stands for, or nothing if it stands for other statements.
    public static OptionalInt length(List<Statement> statements, int checksum) {
        CRC32 crc = new CRC32();
        for (int count = 0; count <= statements.size(); count++) {
            if ((int) crc.getValue() == checksum) {
                return OptionalInt.of(count);
            }
            if (count < statements.size()) {
                update(crc, statements.get(count));
            }
        }
        return OptionalInt.empty();
    }

    private static void update(CRC32 crc, Statement statement) {
        crc.update(statement.sql().getBytes(StandardCharsets.UTF_8));
        crc.update('\n');
        crc.update(Objects.requireNonNullElse(statement.copyData(), "").getBytes(StandardCharsets.UTF_8));
    }
}
