package dev.slipway.workbench.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What may be a renaming, and nobody can be asked. What is renamed keeps what is in it, and what is new begins empty,
/// so neither is guessed.
public record RenamesOpen(List<ObjectRename> candidates) implements AutogenerateFailure {
    public RenamesOpen {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String message() {
        return "what may be a renaming is not guessed";
    }

    @Override
    public List<String> details() {
        Map<String, List<ObjectRename>> byLabel = new LinkedHashMap<>();
        candidates.forEach(each ->
                byLabel.computeIfAbsent(each.label(), _ -> new ArrayList<>()).add(each));
        List<String> lines = new ArrayList<>();
        byLabel.forEach((label, renames) -> {
            for (ObjectRename rename : renames) {
                lines.add("%s belongs to no entity, and %s is missing".formatted(rename.what(), rename.toLabel()));
                lines.add("  --rename %s: it is the same".formatted(rename.text()));
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
