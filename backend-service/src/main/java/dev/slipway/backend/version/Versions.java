package dev.slipway.backend.version;

import dev.slipway.backend.problem.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The versions that a client saw and wants to change, as `If-Match` names them (RFC 9110, 13.1.1).
///
/// @param header for example `"3"`; a weak one never matches
public record Versions(String header) {
    private static final int TAG_BYTES = 12;

    /// Refuses with 428 if the client does not say what it saw.
    public static Versions of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "send the ETag of what you saw as If-Match", Map.of());
        }
        return new Versions(header.strip());
    }

    /// The ETag of what the database counts versions of.
    public static String tag(int version) {
        return "\"%d\"".formatted(version);
    }

    /// The ETag of what has no version: the same for the same values. No text of the database holds the separator.
    public static String tagOf(Object... values) {
        byte[] text = Stream.of(values)
                .map(Object::toString)
                .collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return "\"%s\"".formatted(HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// Refuses with 412 unless this is the version that the client saw.
    public void mustHold(String tag) {
        if (!header.equals("*")
                && Stream.of(header.split(",", -1)).map(String::strip).noneMatch(tag::equals)) {
            throw Refusal.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "this was changed meanwhile; read it again",
                    Map.of(HttpHeaders.ETAG, tag));
        }
    }
}
