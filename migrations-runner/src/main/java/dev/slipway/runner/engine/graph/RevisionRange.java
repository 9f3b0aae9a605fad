package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The revisions from one place of the graph to another, as Alembic's `history -r` takes them: `A:B` with both ends
/// included, `A:`, `:B`, and `current` for the position of a database. Steps alone on the left count from the right
/// end, so `-3:current` begins three revisions before the position.
public final class RevisionRange {
    private static final Pattern SIDE = Pattern.compile("(?<name>.*?)(?<steps>[+-]\\d{1,6})?");

    private final RevisionGraph graph;
    private final String text;
    private final Side lower;
    private final Side upper;

    /// @param steps up from the place that is named, or down if negative
    private record Side(Target named, int steps) {}

    private RevisionRange(RevisionGraph graph, String text) {
        this.graph = graph;
        this.text = text;
        String[] ends = text.split(":", -1);
        if (ends.length != 2) {
            throw failure("write A:B, A: or :B");
        }
        this.upper = side(ends[1].isEmpty() ? "heads" : ends[1]);
        Side left = side(ends[0].isEmpty() ? "base" : ends[0]);
        boolean stepsAlone = ends[0].matches("[+-]\\d+");
        this.lower = stepsAlone ? new Side(upper.named(), upper.steps() + left.steps()) : left;
    }

    /// @throws SlipwayException with `UsageFailure` if the text has another form or names an unknown revision
    public static RevisionRange parse(String text, RevisionGraph graph) {
        return new RevisionRange(graph, text);
    }

    private Side side(String end) {
        Matcher matcher = SIDE.matcher(end);
        String steps = matcher.matches() ? matcher.group("steps") : null;
        String name = steps == null ? end : end.substring(0, end.length() - steps.length());
        return new Side(
                Target.parse(name.isEmpty() ? "current" : name, graph), steps == null ? 0 : Integer.parseInt(steps));
    }

    /// Whether it depends on where a database is.
    public boolean needsPosition() {
        return lower.named() instanceof Target.Relative || upper.named() instanceof Target.Relative;
    }

    /// The revisions in the order in which they are applied.
    ///
    /// @param position what `current` means
    /// @throws SlipwayException with `UsageFailure` if the one end does not lead to the other
    public List<Version> revisions(Collection<Version> position) {
        SortedSet<Version> from = versions(lower, position);
        SortedSet<Version> wanted = graph.upTo(versions(upper, position));
        if (!from.isEmpty()) {
            if (!wanted.containsAll(from)) {
                throw failure("its first end is no ancestor of the other: write the older revision first");
            }
            SortedSet<Version> descendants = graph.above(from);
            wanted.removeIf(version -> !from.contains(version) && !descendants.contains(version));
        }
        return graph.inOrder(wanted);
    }

    /// @return none for the place before the first revision
    private SortedSet<Version> versions(Side side, Collection<Version> position) {
        SortedSet<Version> found = new TreeSet<>(
                switch (side.named()) {
                    case Target.Heads() -> graph.heads();
                    case Target.At(Version version) -> List.of(version);
                    case Target.Base() -> List.<Version>of();
                    case Target.Relative(int steps) ->
                        position.stream().filter(graph::contains).toList();
                });
        for (int left = side.steps(); left != 0; left -= Integer.signum(left)) {
            found = left < 0 ? below(found) : above(found);
        }
        return found;
    }

    /// As Alembic has it, too many steps are no fault: they end at the base.
    private SortedSet<Version> below(SortedSet<Version> from) {
        SortedSet<Version> below = new TreeSet<>();
        from.forEach(version -> below.addAll(next(version, graph.parents(version))));
        return below;
    }

    private SortedSet<Version> above(SortedSet<Version> from) {
        SortedSet<Version> above = new TreeSet<>();
        if (from.isEmpty()) {
            above.addAll(graph.bases());
        }
        from.forEach(version -> above.addAll(next(version, graph.children(version))));
        return above;
    }

    private List<Version> next(Version from, List<Version> next) {
        if (next.size() > 1) {
            throw failure("from %s the way parts to %s: name one of them".formatted(from, Version.list(next)));
        }
        return next.isEmpty() ? List.of(from) : next;
    }

    private SlipwayException failure(String help) {
        return new SlipwayException(new UsageFailure("range \"%s\" is not possible".formatted(text), help));
    }
}
