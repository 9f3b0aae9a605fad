package dev.slipway.backend.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// `pbkdf2:sha256:260000$salt$hex`, which Werkzeug wrote before 2.3.
record WerkzeugPbkdf2(int rounds, String salt, String hex) implements Verifier {
    private static final Pattern FORM = Pattern.compile("pbkdf2:sha256:(\\d{1,7})\\$([^$]{1,64})\\$([0-9a-f]{64})");
    private static final int MOST_ROUNDS = 5_000_000;

    static Optional<Verifier> parse(String stored) {
        Matcher matcher = FORM.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int rounds = Integer.parseInt(matcher.group(1));
        return rounds > 0 && rounds <= MOST_ROUNDS
                ? Optional.of(new WerkzeugPbkdf2(rounds, matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public boolean matches(String password) {
        byte[] expected = HexFormat.of().parseHex(hex);
        PBEKeySpec key = new PBEKeySpec(
                password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), rounds, expected.length * Byte.SIZE);
        try {
            return MessageDigest.isEqual(
                    expected,
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }
}
