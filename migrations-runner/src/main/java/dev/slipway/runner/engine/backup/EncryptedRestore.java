package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.client.ClientProcess;
import dev.slipway.runner.postgres.client.PgRestore;
import dev.slipway.runner.postgres.connect.Session;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;

/// Decrypts a dump while it is restored: it never lies on a disk in the clear.
record EncryptedRestore(RestoreRequest request) {
    /// Opens it once, before anything is changed.
    ///
    /// @throws SlipwayException with `KeyUnfit`
    void requireKey() {
        try (InputStream from = dump()) {
            AgeFile.open(keys(), from);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unfit(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    void run(PgRestore pgRestore, Session session) throws InterruptedException {
        List<PrivateKey> keys = keys();
        try (ClientProcess process = pgRestore.stream(session)) {
            decrypt(keys, process);
            process.await(Restore.EMPTY);
        }
    }

    private void decrypt(List<PrivateKey> keys, ClientProcess process) {
        try (InputStream from = dump()) {
            OutputStream to = process.input();
            AgeFile.decrypt(keys, from, to);
            // not closed otherwise: what it has then is not all
            to.close();
        } catch (GeneralSecurityException e) {
            process.close();
            throw unfit(e);
        } catch (IOException _) {
            // it has ended, and tells why
        }
    }

    private InputStream dump() throws IOException {
        return new BufferedInputStream(Files.newInputStream(request.backup().dump()));
    }

    private List<PrivateKey> keys() {
        Path identity = request.identity();
        if (identity == null) {
            throw new SlipwayException(new KeyUnfit(
                    request.backup().name(),
                    "no key is given",
                    request.backup().description().recipients()));
        }
        return Recipients.secrets(identity);
    }

    private SlipwayException unfit(Exception e) {
        return new SlipwayException(
                new KeyUnfit(
                        request.backup().name(),
                        String.valueOf(e.getMessage()),
                        request.backup().description().recipients()),
                e);
    }

    private SlipwayException unreadable(IOException e) {
        return new SlipwayException(new BackupDamaged(request.backup().name(), List.of(BackupFolder.reason(e))), e);
    }
}
