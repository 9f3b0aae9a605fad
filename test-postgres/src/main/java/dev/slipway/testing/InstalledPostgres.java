package dev.slipway.testing;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/// Offers an installed PostgreSQL as an archive of links to its programs, the form the embedded server takes.
///
/// PostgreSQL resolves a link before it looks for its own files, so the programs find their libraries.
record InstalledPostgres(Path home) implements PgBinaryResolver {
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            archive.putArchiveEntry(new TarArchiveEntry("bin/"));
            archive.closeArchiveEntry();
            for (String program : PROGRAMS) {
                TarArchiveEntry link = new TarArchiveEntry("bin/" + program, TarConstants.LF_SYMLINK);
                link.setLinkName(home.resolve("bin").resolve(program).toString());
                archive.putArchiveEntry(link);
                archive.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
