package dev.slipway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a server keeps its data: in memory if there is room, since nothing of it is worth keeping. A database is a
/// copy of some hundred files, which a disk takes many times as long to delete.
///
/// @param databases how many of tests it has room for
record DataDirectory(Path path, int databases) {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;
    private static final int IN_MEMORY = 200;
    private static final String PREFIX = "slipway-postgres";

    static DataDirectory create() throws IOException {
        return hasRoom()
                ? new DataDirectory(Files.createTempDirectory(MEMORY, PREFIX), IN_MEMORY)
                : new DataDirectory(Files.createTempDirectory(PREFIX), Integer.MAX_VALUE);
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
    }
}
