package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Keys of `age`: public ones, for which a backup is encrypted, and the secret ones in a file, which decrypt it.
public final class Recipients {
    public static final String FLAG = "--encrypt-for";
    public static final String IDENTITY = "--identity";
    private static final String SECRET = "age-secret-key-";

    private Recipients() {}

    /// @throws SlipwayException with `UsageFailure` for what is mistyped
    public static List<String> checked(List<String> recipients) {
        recipients.forEach(Recipients::bytes);
        return recipients;
    }

    static byte[] bytes(String recipient) {
        return Bech32.read("age", recipient)
                .filter(key -> key.length == AgeKeys.LENGTH)
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "\"%s\" is not a public key of age".formatted(masked(recipient)),
                        "give what `age-keygen` tells: age1 and 58 letters")));
    }

    /// Whoever gives the secret key by mistake does not find it in a log.
    private static String masked(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).startsWith(SECRET) ? "AGE-SECRET-KEY-..." : recipient;
    }

    /// The secret keys in a file that `age-keygen` wrote.
    ///
    /// @throws SlipwayException with `UsageFailure` if there is none
    static List<PrivateKey> secrets(Path file) {
        try {
            List<PrivateKey> keys = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                byte[] key = Bech32.read(SECRET, line.strip()).orElse(new byte[0]);
                if (key.length == AgeKeys.LENGTH) {
                    keys.add(AgeKeys.privateKey(key));
                }
            }
            if (keys.isEmpty()) {
                throw unreadable(file, "no line is AGE-SECRET-KEY-1...");
            }
            return keys;
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has X25519", e);
        }
    }

    private static SlipwayException unreadable(Path file, String why) {
        return new SlipwayException(new UsageFailure(
                "the key file \"%s\" cannot be used: %s".formatted(file, why),
                "name the file that `age-keygen` wrote with %s".formatted(IDENTITY)));
    }
}
