package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.hazard.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Reads `-- allow: blocking-index REASON`, which a header may say of several hazards.
final class Allowances {
    static final String KEY = "allow";

    /// What the key takes, as far as a slip of the key is to be told from a comment.
    static final Pattern PATTERN = Pattern.compile("(%s)\\b.*".formatted(String.join("|", Hazard.codes())));

    private final BiConsumer<String, String> problem;
    private final List<Allowance> all = new ArrayList<>();

    /// @param problem takes what is wrong, and what helps
    Allowances(BiConsumer<String, String> problem) {
        this.problem = problem;
    }

    List<Allowance> all() {
        return all;
    }

    void read(String value, int line) {
        String[] parts = value.split("\\s+", 2);
        String code = parts[0];
        Optional<Hazard> hazard = Hazard.of(code);
        if (hazard.isEmpty()) {
            problem.accept(
                    "\"%s\" is no hazard".formatted(code),
                    NearMiss.of(code, Hazard.codes())
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse("write one of those in docs/hazards"));
        } else if (parts.length == 1) {
            problem.accept(
                    "the header allows \"%s\" without a reason".formatted(code),
                    "say why: -- allow: %s REASON".formatted(code));
        } else if (all.stream().anyMatch(allowance -> allowance.hazard() == hazard.get())) {
            problem.accept("the header allows \"%s\" twice".formatted(code), "say it once");
        } else {
            all.add(new Allowance(hazard.get(), parts[1], line));
        }
    }
}
