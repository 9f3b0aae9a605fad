package dev.slipway.runner.postgres.connect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Percent-encoded UTF-8 as in RFC 3986; a plus sign stands for itself, as libpq has it.
final class PercentCode {
    private PercentCode() {}

    /// The text meant, or empty if a `%` is not followed by two hexadecimal digits or the bytes are no text.
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); ) {
            if (encoded.charAt(i) == '%') {
                if (!isEscape(encoded, i)) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 3;
            } else {
                int length = Character.charCount(encoded.codePointAt(i));
                bytes.writeBytes(encoded.substring(i, i + length).getBytes(StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text(bytes.toByteArray());
    }

    private static boolean isEscape(String encoded, int i) {
        return i + 2 < encoded.length()
                && HexFormat.isHexDigit(encoded.charAt(i + 1))
                && HexFormat.isHexDigit(encoded.charAt(i + 2));
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
