package dev.slipway.backend.user;

import dev.slipway.backend.problem.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The versions that a client saw and wants to change, as `If-Match` names them (RFC 9110, 13.1.1).
///
/// @param header for example `"3"`; a weak one never matches
record Versions(String header) {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    /// Refuses with 428 if the client does not say what it saw.
    static Versions of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "send the ETag of what you saw as If-Match", Map.of());
        }
        return new Versions(header.strip());
    }

    static String tag(int version) {
        return "\"%d\"".formatted(version);
    }

    /// Refuses with 412 unless this is the version that the client saw.
    void mustHold(int version) {
        if (!header.equals("*") && SEPARATOR.splitAsStream(header).noneMatch(tag(version)::equals)) {
            throw Refusal.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "the user was changed meanwhile; read it again",
                    Map.of("ETag", tag(version)));
        }
    }
}
