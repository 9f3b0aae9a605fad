package dev.slipway.backend.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/// `scrypt:32768:8:1$salt$hex`, which Werkzeug writes since 2.3 (`werkzeug.security.generate_password_hash`).
record WerkzeugScrypt(int cost, int blockSize, int lanes, String salt, String hex) implements Verifier {
    private static final Pattern FORM =
            Pattern.compile("scrypt:(\\d{1,7}):(\\d{1,2}):(\\d{1,2})\\$([^$]{1,64})\\$((?:[0-9a-f]{2}){32,64})");
    private static final long MOST_MEMORY = 1L << 27;

    static Optional<Verifier> parse(String stored) {
        Matcher matcher = FORM.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        WerkzeugScrypt scrypt = new WerkzeugScrypt(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4),
                matcher.group(5));
        return scrypt.isBearable() ? Optional.of(scrypt) : Optional.empty();
    }

    @Override
    public boolean matches(String password) {
        byte[] expected = HexFormat.of().parseHex(hex);
        return MessageDigest.isEqual(
                expected,
                SCrypt.generate(
                        password.getBytes(StandardCharsets.UTF_8),
                        salt.getBytes(StandardCharsets.UTF_8),
                        cost,
                        blockSize,
                        lanes,
                        expected.length));
    }

    private boolean isBearable() {
        return cost > 1
                && Integer.bitCount(cost) == 1
                && blockSize > 0
                && lanes > 0
                && 128L * cost * blockSize * lanes <= MOST_MEMORY;
    }
}
