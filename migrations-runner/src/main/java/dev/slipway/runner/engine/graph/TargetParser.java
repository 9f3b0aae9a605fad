package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a target in the words of Alembic.
final class TargetParser {
    private static final int SHOWN = 10;
    private static final Pattern FORM =
            Pattern.compile("(?<name>[A-Za-z0-9._]*?)(?<head>@head)?(?<steps>[+-]\\d{1,6})?");

    private final RevisionGraph graph;
    private final String text;

    TargetParser(RevisionGraph graph, String text) {
        this.graph = graph;
        this.text = text;
    }

    Target parse() {
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw unknown("use head, base, a version, +1 or -1");
        }
        Target from = named(Objects.requireNonNull(matcher.group("name")));
        if (matcher.group("head") != null) {
            from = headOf(from);
        }
        String steps = matcher.group("steps");
        return steps == null ? from : moved(from, Integer.parseInt(steps));
    }

    private Target named(String name) {
        return switch (name) {
            case "head" -> head();
            case "heads" -> new Target.Heads();
            case "base" -> new Target.Base();
            case "", "current" -> new Target.Relative(0);
            default -> new Target.At(revision(name));
        };
    }

    private Target head() {
        Heads.requireOne(graph);
        return new Target.Heads();
    }

    private Version revision(String name) {
        return Version.parse(name)
                .filter(graph::contains)
                .map(version -> graph.script(version).version())
                .or(() -> coveredBy(name))
                .or(() -> graph.labelled(name))
                .orElseGet(() -> beginningWith(name));
    }

    /// The revision for which a baseline script stands that has a version of its own.
    private Optional<Version> coveredBy(String name) {
        return Version.parse(name).stream()
                .flatMap(version -> graph.scripts().baselines().stream()
                        .filter(baseline -> baseline.version().equals(version)))
                .map(baseline -> graph.reached(baseline).last())
                .findFirst();
    }

    private Version beginningWith(String name) {
        String dotted = name.replace('_', '.');
        List<Version> all = graph.order().stream()
                .filter(version -> version.toString().startsWith(dotted))
                .toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        throw unknown(
                all.isEmpty()
                        ? "use head, or one of " + newest(graph.order())
                        : "it could be any of %s: write more of it".formatted(first(all)));
    }

    private static String first(List<Version> versions) {
        return versions.stream()
                .limit(SHOWN)
                .map(Version::toString)
                .collect(Collectors.joining(", ", "", versions.size() > SHOWN ? ", ..." : ""));
    }

    private static String newest(List<Version> versions) {
        return versions.stream()
                .skip(Math.max(0, versions.size() - SHOWN))
                .map(Version::toString)
                .collect(Collectors.joining(", ", versions.size() > SHOWN ? "..., " : "", ""));
    }

    private Target headOf(Target from) {
        if (!(from instanceof Target.At(Version version))) {
            throw unknown("write @head after a version or a branch label");
        }
        List<Version> heads = graph.heads().stream()
                .filter(head -> graph.upTo(List.of(head)).contains(version))
                .toList();
        return new Target.At(Heads.requireOne(graph, heads));
    }

    private Target moved(Target from, int steps) {
        return switch (from) {
            case Target.Relative(int before) -> relative(before + steps);
            case Target.At(Version version) -> walked(version, steps);
            case Target.Base() -> walked(null, steps);
            case Target.Heads() -> {
                Heads.requireOne(graph);
                yield graph.heads().isEmpty() ? from : walked(graph.heads().getFirst(), steps);
            }
        };
    }

    /// The way up is known only if it leads to one head.
    private Target relative(int steps) {
        if (steps > 0) {
            Heads.requireOne(graph);
        }
        return new Target.Relative(steps);
    }

    /// @param from null for the place before the first revision
    private Target walked(@Nullable Version from, int steps) {
        Version at = from;
        for (int left = Math.abs(steps); left > 0; left--) {
            List<Version> next = steps > 0 ? children(at) : at == null ? List.of() : graph.parents(at);
            if (next.size() > 1) {
                throw unknown("from %s the way parts to %s: name one of them".formatted(at, first(next)));
            }
            boolean toBase = steps < 0 && at != null && next.isEmpty();
            if (next.isEmpty() && !toBase) {
                throw unknown("it goes %d beyond %s".formatted(left, at == null ? "base" : at));
            }
            at = toBase ? null : next.getFirst();
        }
        return at == null ? new Target.Base() : new Target.At(at);
    }

    private List<Version> children(@Nullable Version at) {
        return at == null
                ? graph.order().stream()
                        .filter(version -> graph.parents(version).isEmpty())
                        .toList()
                : graph.children(at);
    }

    private SlipwayException unknown(String help) {
        return new SlipwayException(new UsageFailure("target \"%s\" is not a known revision".formatted(text), help));
    }
}
