package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `-- allow: blocking-index REASON`, which a header may say of several hazards. Of a script that was applied,
/// and so cannot be edited, the configuration file beside it says the same in a comment:
/// `# allow: blocking-index REASON`.
final class Allowances {
    static final String KEY = "allow";

    /// What the key takes, as far as a slip of the key is to be told from a comment.
    static final Pattern PATTERN = Pattern.compile("(%s)\\b.*".formatted(String.join("|", Hazard.codes())));

    private static final Pattern OUTSIDE = Pattern.compile("#\\s*%s\\s*:\\s*(.*)".formatted(KEY));

    private final String path;
    private final Problem problem;
    private final List<Allowance> all = new ArrayList<>();

    /// Takes what is wrong in a line, and what helps.
    @FunctionalInterface
    interface Problem {
        void tell(int line, String what, String help);
    }

    /// @param path of the file that is read
    Allowances(String path, Problem problem) {
        this.path = path;
        this.problem = problem;
    }

    /// Reads those of a configuration file.
    static List<Allowance> outside(TextFile file, String path, Consumer<ScriptProblem> problems) {
        Allowances allowances = new Allowances(
                path, (line, what, help) -> problems.accept(new ScriptProblem(file.origin(), line, what, help)));
        List<String> lines = file.text().lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            Matcher allowance = OUTSIDE.matcher(lines.get(number - 1).strip());
            if (allowance.matches()) {
                allowances.read(allowance.group(1), number);
            }
        }
        return allowances.all();
    }

    /// These, and of the others those of other hazards.
    List<Allowance> and(List<Allowance> others) {
        List<Allowance> both = new ArrayList<>(all);
        others.stream()
                .filter(other -> all.stream().noneMatch(own -> own.hazard() == other.hazard()))
                .forEach(both::add);
        return both;
    }

    List<Allowance> all() {
        return all;
    }

    void read(String value, int line) {
        String[] parts = value.split("\\s+", 2);
        String code = parts[0];
        Optional<Hazard> hazard = Hazard.of(code);
        if (hazard.isEmpty()) {
            problem.tell(
                    line,
                    "\"%s\" is no hazard".formatted(code),
                    NearMiss.of(code, Hazard.codes())
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse("write one of those in docs/hazards"));
        } else if (parts.length == 1) {
            problem.tell(
                    line,
                    "the header allows \"%s\" without a reason".formatted(code),
                    "say why: -- allow: %s REASON".formatted(code));
        } else if (all.stream().anyMatch(allowance -> allowance.hazard() == hazard.get())) {
            problem.tell(line, "the header allows \"%s\" twice".formatted(code), "say it once");
        } else {
            all.add(new Allowance(hazard.get(), parts[1], path, line));
        }
    }
}
