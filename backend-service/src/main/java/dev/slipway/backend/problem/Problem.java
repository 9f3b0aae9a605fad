package dev.slipway.backend.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Collectors;

/// The body of an answer that is not a success, as RFC 9457 describes it.
///
/// @param title the status in words
/// @param detail what was wrong with this request
/// @param faults all that is wrong with what was sent, field by field; left out if it is not about fields
@Serdeable
public record Problem(
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> faults) {
    public Problem {
        faults = List.copyOf(faults);
    }

    /// @param detail what is known beside the faults; may be empty if there are some
    static Problem of(HttpStatus status, String detail, List<Fault> faults) {
        String described = faults.stream()
                .map(fault -> "\"%s\" %s".formatted(fault.field(), fault.message()))
                .collect(Collectors.joining("; "));
        return new Problem(status.getReason(), status.getCode(), detail.isEmpty() ? described : detail, faults);
    }
}
