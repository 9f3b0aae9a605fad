package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A backup is encrypted, and the key does not open it.
///
/// @param recipients the public keys whose secret ones do
public record KeyUnfit(String backup, String why, List<String> recipients) implements BackupFailure {
    public KeyUnfit {
        recipients = List.copyOf(recipients);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "\"%s\" cannot be decrypted: %s".formatted(backup, why);
    }

    @Override
    public List<String> details() {
        return recipients.stream().map("encrypted for: %s"::formatted).toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "name the file with the secret key of one of them with %s".formatted(Recipients.IDENTITY);
    }
}
