package dev.slipway.workbench.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What may be a renaming, and nobody can be asked. What is renamed keeps what is in it, and what is new begins empty,
/// so neither is guessed.
public record RenamesOpen(List<RenameCandidate> candidates) implements AutogenerateFailure {
    public RenamesOpen {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String message() {
        return "a column or table may have been renamed: say whether it was";
    }

    @Override
    public List<String> details() {
        Map<String, List<RenameCandidate>> byLabel = new LinkedHashMap<>();
        candidates.forEach(each -> byLabel.computeIfAbsent(each.rename().label(), _ -> new ArrayList<>())
                .add(each));
        List<String> lines = new ArrayList<>();
        byLabel.forEach((label, renames) -> {
            for (RenameCandidate candidate : renames) {
                ObjectRename rename = candidate.rename();
                lines.add("%s belongs to no entity, and %s is missing".formatted(rename.what(), rename.toLabel()));
                lines.add("  --rename %s: %s".formatted(rename.text(), candidate.answer()));
            }
            lines.add("  --keep %s: it is another, and stays".formatted(label));
            lines.add("  --drop %s: it is another, and goes with what is in it".formatted(label));
        });
        return lines;
    }

    @Override
    public String help() {
        return "run this again with one of the options for each, or at a terminal, where you are asked";
    }
}
