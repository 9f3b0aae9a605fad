package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.failure.Failure;
import java.util.List;

/// Why an upgrade would end before it begins. Who asks where a database is gets an answer all the same.
public record Refusal(String message, List<String> details, String help) {
    public Refusal {
        details = List.copyOf(details);
    }

    static Refusal of(Failure failure) {
        return new Refusal(failure.message(), failure.details(), failure.help());
    }
}
