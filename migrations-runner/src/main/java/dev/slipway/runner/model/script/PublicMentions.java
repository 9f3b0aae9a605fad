package dev.slipway.runner.model.script;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where scripts name schema `public`, and so do the same for no two schemas.
///
/// @param names what stands behind `public.`, in lower case
/// @param onPath whether it is on a search path
/// @param asking whether a script finds out in which schema it works
public record PublicMentions(Set<String> names, boolean onPath, boolean asking) {
    /// A name behind a point: quoted, plain, or that of an operator.
    public static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|[-+*/<>=~!@#%^&|`?]+)";

    private static final Pattern QUALIFYING = Pattern.compile(
            "(?<![\\p{L}\\p{N}_$.])\"?public\"?\\s*\\.\\s*(?<name>" + NAME + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile(
            "\\bset\\s+schema\\s+['\"]?public\\b|\\bsearch_path\\b[^;]*\\bpublic\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKING =
            Pattern.compile("flyway:defaultSchema|current_schema|search_path", Pattern.CASE_INSENSITIVE);

    public PublicMentions {
        names = Set.copyOf(names);
    }

    public static PublicMentions in(ScriptSet scripts) {
        List<String> texts = scripts.all().map(script -> script.file().text()).toList();
        return new PublicMentions(
                texts.stream()
                        .flatMap(text -> QUALIFYING.matcher(text).results())
                        .map(found -> found.group("name").toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                texts.stream().anyMatch(text -> PATH.matcher(text).find()),
                texts.stream().anyMatch(text -> ASKING.matcher(text).find()));
    }

    /// Whether a script works in `public` alone.
    ///
    /// @param made the names of what scripts make there
    public boolean bind(Collection<String> made) {
        return onPath
                || made.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(names::contains);
    }
}
