package dev.slipway.backend.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/// Ends a request with a [Problem] that names fields or carries headers.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private Refusal(HttpStatus status, String detail, List<Fault> faults, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    public static Refusal of(HttpStatus status, List<Fault> faults) {
        return new Refusal(status, "", faults, Map.of());
    }

    public static Refusal of(HttpStatus status, String detail, Map<String, String> headers) {
        return new Refusal(status, detail, List.of(), headers);
    }

    HttpStatus status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }
}
