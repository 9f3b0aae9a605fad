package dev.slipway.workbench.rows;

import dev.slipway.workbench.table.QuotedText;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The keys of JSON documents that columns are computed from: without them a computed column is null.
final class JsonKeys {
    /// `data ->> 'name'`, as the server writes it; what stands deeper is a path, and is left out.
    private static final Pattern KEY = Pattern.compile("->>? '(" + QuotedText.INSIDE + ")'::text");

    private JsonKeys() {}

    static List<String> in(Collection<String> expressions) {
        return expressions.stream()
                .flatMap(expression -> KEY.matcher(expression).results())
                .map(match -> match.group(1).replace("''", "'"))
                .distinct()
                .toList();
    }

    /// A number stands for each, since most types can be computed from one.
    static String document(List<String> keys, int number, String text) {
        String more = keys.stream()
                .map(key -> ", \"%s\": %d".formatted(key.replace("\\", "\\\\").replace("\"", "\\\""), number + 1))
                .collect(Collectors.joining());
        return "{\"row\": %d, \"text\": \"%s\"%s}".formatted(number, text, more);
    }
}
