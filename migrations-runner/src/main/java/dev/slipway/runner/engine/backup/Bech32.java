package dev.slipway.runner.engine.backup;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/// Reads keys as `age` writes them: `age1...` and `AGE-SECRET-KEY-1...`.
///
/// Source: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
final class Bech32 {
    private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int CHECKSUM = 6;
    private static final int[] GENERATORS = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Bech32() {}

    /// The bytes of a text with this prefix, or nothing if it is mistyped.
    static Optional<byte[]> read(String prefix, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
        String start = prefix + "1";
        if (!oneCase || !lower.startsWith(start) || lower.length() < start.length() + CHECKSUM) {
            return Optional.empty();
        }
        int[] digits =
                lower.substring(start.length()).chars().map(DIGITS::indexOf).toArray();
        for (int digit : digits) {
            if (digit < 0) {
                return Optional.empty();
            }
        }
        return checksum(prefix, digits) == 1 ? bytes(digits, digits.length - CHECKSUM) : Optional.empty();
    }

    private static int checksum(String prefix, int[] digits) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = next(sum, prefix.charAt(i) >> 5);
        }
        sum = next(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = next(sum, prefix.charAt(i) & 31);
        }
        for (int digit : digits) {
            sum = next(sum, digit);
        }
        return sum;
    }

    private static int next(int sum, int digit) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ digit;
        for (int i = 0; i < GENERATORS.length; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATORS[i] : 0;
        }
        return next;
    }

    /// From five bits a digit to eight bits a byte.
    private static Optional<byte[]> bytes(int[] digits, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < count; i++) {
            held = (held << 5 | digits[i]) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        boolean padded = bits < 5 && (held & (1 << bits) - 1) == 0;
        return padded ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
