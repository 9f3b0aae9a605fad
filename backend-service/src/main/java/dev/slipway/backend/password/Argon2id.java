package dev.slipway.backend.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, the form of the reference implementation (RFC 9106).
///
/// Records compare arrays by identity, and these are never compared but in constant time.
@SuppressWarnings("ArrayRecordComponent")
record Argon2id(Cost cost, byte[] salt, byte[] hash) implements Verifier {
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /// @param memory in KiB
    record Cost(int memory, int passes, int lanes) {
        /// The second of the equal recommendations in OWASP's Password Storage Cheat Sheet.
        static final Cost OURS = new Cost(19_456, 2, 1);

        private static final int MOST_MEMORY = 131_072;

        boolean isBearable() {
            return memory >= 8 * lanes && memory <= MOST_MEMORY && passes > 0 && lanes > 0;
        }
    }

    static Optional<Verifier> parse(String stored) {
        Matcher matcher = FORM.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Cost cost = new Cost(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            Verifier verifier = new Argon2id(cost, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5)));
            return Optional.of(verifier).filter(_ -> cost.isBearable());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Argon2id of(String password, byte[] salt, int length) {
        return new Argon2id(Cost.OURS, salt, compute(password, Cost.OURS, salt, length));
    }

    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, compute(password, cost, salt, hash.length));
    }

    String text() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    private static byte[] compute(String password, Cost cost, byte[] salt, int length) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[length];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        generator.generateBytes(bytes, result);
        Arrays.fill(bytes, (byte) 0);
        return result;
    }
}
