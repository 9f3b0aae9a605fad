package dev.slipway.runner.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output and error in UTF-8, which is what logs expect, even in a container without a locale.
final class StandardStreams {
    private StandardStreams() {}

    static PrintStream out() {
        return stream(FileDescriptor.out);
    }

    static PrintStream err() {
        return stream(FileDescriptor.err);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
