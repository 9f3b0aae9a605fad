package dev.slipway.backend.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// From where somebody signs in, and when, by what only that device knows: a cookie of the sign-in before.
///
/// It opens nothing. It only keeps the attempts of strangers apart from those of the owner.
///
/// @param moment in microseconds, as the database keeps it
record Device(String secret, Instant moment) {
    static final String COOKIE = "device";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one if the client has none.
    static Device of(@Nullable String cookie) {
        return new Device(cookie == null || cookie.isBlank() ? random() : cookie, now());
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /// What the database keeps: of one device it is another for each user.
    String hashFor(long user) {
        try {
            byte[] text = "%d:%s".formatted(user, secret).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    @Override
    public String toString() {
        return "a device";
    }
}
