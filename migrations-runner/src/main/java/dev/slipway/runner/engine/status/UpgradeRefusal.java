package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.failure.Failure;
import java.util.List;

/// Why an upgrade would end before it begins. Who asks where a database is gets an answer all the same.
public record UpgradeRefusal(String message, List<String> details, String help) {
    public UpgradeRefusal {
        details = List.copyOf(details);
    }

    static UpgradeRefusal of(Failure failure) {
        return new UpgradeRefusal(failure.message(), failure.details(), failure.help());
    }
}
