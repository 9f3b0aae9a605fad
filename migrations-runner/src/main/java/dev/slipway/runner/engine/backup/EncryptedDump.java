package dev.slipway.runner.engine.backup;

import dev.slipway.runner.postgres.client.ClientProcess;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Encrypts what `pg_dump` writes before it reaches the disk, and shows it to `pg_restore` at the same time.
final class EncryptedDump {
    private final FutureTask<Long> task;

    private EncryptedDump(FutureTask<Long> task) {
        this.task = task;
    }

    /// @param look reads the table of contents, and need not read more
    static EncryptedDump begin(List<String> recipients, ClientProcess dump, ClientProcess look, Path file) {
        List<byte[]> keys = recipients.stream().map(Recipients::bytes).toList();
        FutureTask<Long> task = new FutureTask<>(() -> {
            try (InputStream from = new Shown(dump.output(), look.input());
                    OutputStream to =
                            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                AgeFile.encrypt(keys, new BufferedInputStream(from), to);
            }
            return Files.size(file);
        });
        Thread.ofPlatform().daemon().name("encryption").start(task);
        return new EncryptedDump(task);
    }

    /// Waits until all is written.
    void await() throws IOException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case GeneralSecurityException failed ->
                    throw new IllegalStateException("every Java has the ciphers of age", failed);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Shows somebody else what is read, as long as that one looks.
    private static final class Shown extends InputStream {
        private final InputStream from;
        private final OutputStream to;
        private boolean looking = true;

        Shown(InputStream from, OutputStream to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = from.read(bytes, offset, length);
            if (count > 0 && looking) {
                try {
                    to.write(bytes, offset, count);
                    to.flush();
                } catch (IOException _) {
                    looking = false;
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            from.close();
            try {
                to.close();
            } catch (IOException _) {
                // it has seen enough
            }
        }
    }
}
