package dev.slipway.runner.model.impact;

import java.util.Locale;

/// Sizes for people, with PostgreSQL's units: `48 GB`, `1.4 GB`, `310 MB`.
public final class ByteSize {
    private static final long KILOBYTE = 1024;
    public static final long MEGABYTE = 1024L * 1024;
    public static final long GIGABYTE = 1024 * MEGABYTE;

    private static final int PLAIN = 10;

    private ByteSize() {}

    /// Small ones as well: `22 kB`.
    public static String exact(long bytes) {
        return bytes < MEGABYTE ? "%d kB".formatted(Math.ceilDiv(bytes, KILOBYTE)) : text(bytes);
    }

    public static String text(long bytes) {
        if (bytes < GIGABYTE) {
            return "%d MB".formatted(Math.max(1, Math.round((double) bytes / MEGABYTE)));
        }
        double gigabytes = (double) bytes / GIGABYTE;
        return String.format(Locale.ROOT, gigabytes < PLAIN ? "%.1f GB" : "%,.0f GB", gigabytes);
    }
}
