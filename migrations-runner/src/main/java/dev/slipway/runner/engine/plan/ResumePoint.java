package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/// How far a script without a transaction came.
///
/// While such a script is under way its history row says `success = false`, which stops stock Flyway, and holds the
/// checksum of the statements that were committed, or one that says besides that the next of them was begun. So the
/// next run finds where to go on, as long as nobody changed those.
///
/// @param done how many statements were committed
/// @param stood what stood before the next one was begun, below [#STOOD]; empty if it was not begun
public record ResumePoint(int done, OptionalInt stood) {
    /// What stood before a statement is a number below this.
    public static final int STOOD = 16;

    private static final int BEGUN = 0x6265_676E;

    /// The checksum of the first statements; of none it is 0.
    public static int checksum(List<Statement> statements, int count) {
        CRC32 crc = new CRC32();
        statements.subList(0, count).forEach(statement -> update(crc, statement));
        return (int) crc.getValue();
    }

    /// The checksum of the first statements when the one after them was begun.
    public static int begun(List<Statement> statements, int count, int stood) {
        return begun(checksum(statements, count), stood);
    }

    private static int begun(int checksum, int stood) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(checksum)
                .putInt(BEGUN)
                .putInt(stood)
                .flip());
        return (int) crc.getValue();
    }

    /// What a checksum stands for, or nothing if it stands for other statements.
    public static Optional<ResumePoint> of(List<Statement> statements, int checksum) {
        CRC32 crc = new CRC32();
        for (int count = 0; count <= statements.size(); count++) {
            int committed = (int) crc.getValue();
            if (committed == checksum) {
                return Optional.of(new ResumePoint(count, OptionalInt.empty()));
            }
            for (int stood = 0; stood < STOOD && count < statements.size(); stood++) {
                if (begun(committed, stood) == checksum) {
                    return Optional.of(new ResumePoint(count, OptionalInt.of(stood)));
                }
            }
            if (count < statements.size()) {
                update(crc, statements.get(count));
            }
        }
        return Optional.empty();
    }

    private static void update(CRC32 crc, Statement statement) {
        crc.update(statement.sql().getBytes(StandardCharsets.UTF_8));
        crc.update('\n');
        crc.update(Objects.requireNonNullElse(statement.copyData(), "").getBytes(StandardCharsets.UTF_8));
    }
}
