package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The revisions whose scripts fail: what builds on them has to do without.
final class FallenRevisions {
    /// How many revisions a note names: the first is mostly the reason for the others.
    private static final int NAMED = 3;

    /// What a message of the server is about, without its schema.
    private static final Pattern SUBJECT = Pattern.compile("\"(?:[^\"]*\\.)?([^\".]+)\"");

    private final RevisionGraph graph;
    private final Set<Version> fallen = new TreeSet<>();

    FallenRevisions(RevisionGraph graph) {
        this.graph = graph;
    }

    void add(Version version) {
        fallen.add(version);
    }

    /// Those of the revisions whose scripts do not fail.
    List<Version> standing(List<Version> order) {
        return order.stream().filter(version -> !fallen.contains(version)).toList();
    }

    /// What revisions have to do without: ` without 5, 22`.
    String without(List<Version> revisions) {
        return text(below(revisions));
    }

    /// The same, of those alone whose scripts name what the server misses. If none does, it may be any of them.
    String without(List<Version> revisions, String message) {
        List<Version> below = below(revisions);
        Matcher subject = SUBJECT.matcher(message);
        if (!subject.find()) {
            return text(below);
        }
        Predicate<String> named = Pattern.compile("(?iu)(?<![\\w$])" + Pattern.quote(subject.group(1)) + "(?![\\w$])")
                .asPredicate();
        List<Version> naming = below.stream()
                .filter(version -> named.test(graph.script(version).file().text()))
                .toList();
        return text(naming.isEmpty() ? below : naming);
    }

    private List<Version> below(List<Version> revisions) {
        Set<Version> below = graph.upTo(revisions);
        below.retainAll(fallen);
        return List.copyOf(below);
    }

    private static String text(List<Version> below) {
        return below.isEmpty() ? "" : " without " + first(below);
    }

    /// The first of many, and how many more: `5, 22, 31 and 4 more`.
    static String first(List<Version> versions) {
        int more = versions.size() - NAMED;
        return Version.list(versions.stream().limit(NAMED).toList()) + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
