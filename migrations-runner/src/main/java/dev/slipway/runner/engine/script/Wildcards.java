package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a location from its first wildcard on: `?` is one character, `*` is at least one, and `**` is any number
/// of folders. It names folders, or files if its last part has a dot.
///
/// A script is known by its path below what the pattern matches, or below the part before it if that names files:
/// Flyway's rules, which the history needs.
///
/// @param text as it was written
/// @param pattern of paths below the folder before the first wildcard, `/` between folders
public record Wildcards(String text, String pattern) {
    private static final String PATH = "path";

    /// A location's path before its first wildcard, and from there on.
    public record Split(String root, Optional<Wildcards> wildcards) {}

    public static Split split(String path) {
        List<String> root = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String part : path.split("[\\\\/]", -1)) {
            boolean wild = part.contains("*") || part.contains("?");
            (wild || !rest.isEmpty() ? rest : root).add(part);
        }
        return rest.isEmpty()
                ? new Split(path, Optional.empty())
                : new Split(String.join("/", root), Optional.of(of(rest)));
    }

    private static Wildcards of(List<String> parts) {
        StringBuilder pattern = new StringBuilder();
        boolean folders = true;
        for (String part : parts) {
            if (!part.isEmpty()) {
                pattern.append(folders ? "" : "/");
                folders = part.equals("**");
                pattern.append(folders ? "(?:[^/]+/)*?" : regex(part));
            }
        }
        boolean file = !folders && parts.getLast().contains(".");
        return new Wildcards(String.join("/", parts), pattern + (file ? "" : "/(?<%s>.*)".formatted(PATH)));
    }

    private static String regex(String part) {
        return Pattern.quote(part).replace("?", "\\E[^/]\\Q").replace("*", "\\E[^/]+?\\Q");
    }

    /// The path by which a file is known, or nothing if it does not match.
    ///
    /// @param relative to the folder before the first wildcard
    static Optional<String> path(Optional<Wildcards> wildcards, String relative) {
        return wildcards.isEmpty() ? Optional.of(relative) : wildcards.get().path(relative);
    }

    private Optional<String> path(String relative) {
        Matcher matcher = Pattern.compile(pattern).matcher(relative);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String below = matcher.namedGroups().containsKey(PATH) ? matcher.group(PATH) : "";
        return Optional.of(below.isEmpty() ? relative : below);
    }

    /// @throws SlipwayException with a usage failure if there are wildcards that no file matches
    static void refuseNone(Location location, Optional<Wildcards> wildcards, List<FoundFile> files) {
        if (wildcards.isPresent() && files.isEmpty()) {
            throw new SlipwayException(new UsageFailure(
                    "no script matches location \"%s\"".formatted(location),
                    "correct --locations: * stands for a part of one name, ** for any number of folders before a"
                            + " name"));
        }
    }
}
