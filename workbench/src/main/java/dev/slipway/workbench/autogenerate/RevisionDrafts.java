package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.revision.RevisionDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parts that stand in one revision.
record RevisionDrafts(ScriptPhase phase, List<ScriptPart> parts) {
    private static final Pattern VALIDATING = Pattern.compile("(?s).* (?:validate constraint|index concurrently) .*");

    private static final Pattern ADDING = Pattern.compile("^alter table .* add column ");

    private static final String LOST =
            "-- What was in it is lost, and so are the privileges that were granted on it.\n\n";

    RevisionDrafts {
        parts = List.copyOf(parts);
    }

    /// In the order in which they run.
    static List<RevisionDrafts> of(List<ScriptPart> parts) {
        List<RevisionDrafts> all = new ArrayList<>();
        for (ScriptPhase phase : ScriptPhase.values()) {
            Map<String, List<ScriptPart>> groups = new LinkedHashMap<>();
            parts.stream()
                    .filter(part -> part.phase() == phase)
                    .forEach(part -> groups.computeIfAbsent(
                                    phase.isByTable() ? part.table() : "", _ -> new ArrayList<>())
                            .add(part));
            groups.values().forEach(group -> all.add(new RevisionDrafts(phase, group)));
        }
        return all;
    }

    /// What one of several does, so that the names of their files tell what happens; empty for one that stands alone.
    String words(List<RevisionDrafts> all) {
        if (all.size() == 1) {
            return "";
        }
        boolean oneTable =
                all.stream().flatMap(RevisionDrafts::tables).distinct().count() == 1;
        List<String> tables = tables().distinct().toList();
        String table = oneTable || tables.size() > 1 ? "" : tables.getFirst();
        return isAdding() ? (table.isEmpty() ? "add" : "add to " + table) : phase.words(table);
    }

    private boolean isAdding() {
        return phase == ScriptPhase.EXPAND
                && parts.stream()
                        .flatMap(part -> part.up().stream())
                        .anyMatch(sql -> ADDING.matcher(sql).find());
    }

    private Stream<String> tables() {
        return parts.stream().map(ScriptPart::table);
    }

    List<String> statements() {
        return parts.stream()
                .filter(part -> !part.choice())
                .flatMap(part -> part.up().stream())
                .toList();
    }

    /// Whether another tool has to find out what takes it back.
    boolean isUnknownBack() {
        return phase == ScriptPhase.CONTRACT
                && parts.stream().anyMatch(part -> part.down().isEmpty());
    }

    /// @param words what it does, if there are others of the same message
    /// @param back what another tool found to take it back, or empty
    RevisionDraft draft(String words, String back) {
        DraftText text = text(back);
        return new RevisionDraft(
                words,
                isTransaction(),
                phase.isTransaction() && (!back.isEmpty() || !validatesBack()),
                phase.isContract(),
                isOpen(),
                text.file(),
                text.undoFile());
    }

    boolean isOpen() {
        return parts.stream().anyMatch(ScriptPart::choice);
    }

    /// What is added as not valid is looked at once its lock is gone.
    private boolean isTransaction() {
        boolean looks = phase == ScriptPhase.GUARD || phase == ScriptPhase.REQUIRE || phase == ScriptPhase.REFER;
        return phase.isTransaction() && !(looks && statements().size() > 1);
    }

    /// What looks at all rows must not do it under the lock of a statement before it.
    private boolean validatesBack() {
        return parts.stream()
                .flatMap(part -> part.down().stream())
                .anyMatch(sql -> VALIDATING.matcher(sql).matches());
    }

    /// @param back what another tool found to take it back, or empty
    DraftText text(String back) {
        String script = parts.stream().map(RevisionDrafts::script).collect(Collectors.joining("\n"));
        return back.isEmpty()
                ? new DraftText(allowed(ScriptPart::allowed), script, allowed(ScriptPart::undoAllowed), undo())
                : new DraftText(allowed(ScriptPart::allowed), script, new LinkedHashSet<>(), LOST + back + "\n");
    }

    private SequencedSet<String> allowed(Function<ScriptPart, List<String>> hazards) {
        return parts.stream().map(hazards).flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String script(ScriptPart part) {
        StringBuilder text = new StringBuilder();
        part.notes().forEach(note -> text.append("-- ").append(note).append('\n'));
        text.append(part.up().stream()
                .map(sql -> (part.choice() ? "-- " : "") + sql + (sql.contains("\n") ? ";\n\n" : ";\n"))
                .collect(Collectors.joining()));
        return text.toString().stripTrailing() + "\n";
    }

    private String undo() {
        return parts.reversed().stream()
                .flatMap(part -> part.down().stream())
                .map(sql -> sql + ";\n")
                .collect(Collectors.joining());
    }
}
