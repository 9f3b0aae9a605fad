package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.QuotedText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Types and defaults as people write them, of those that PostgreSQL writes.
final class TypeText {
    private static final Pattern TEXT = Pattern.compile(
            "('" + QuotedText.INSIDE + "')::(?:character varying|text|bpchar|citext)(?:\\(\\d+\\))?+(?!\\[)");
    private static final Pattern SIZE = Pattern.compile("\\(\\d+(?:,\\d+)?\\)");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "citext", "char", "\"char\"");

    private static final List<Set<String>> KINDRED = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("timestamp", "timestamptz", "date"),
            Set.of("json", "jsonb"));

    private TypeText() {}

    /// `varchar(64)` of `character varying(64)`.
    static String of(String type) {
        return type.replace("character varying", "varchar")
                .replaceFirst("^character\\b", "char")
                .replaceFirst("^(timestamp|time)((?:\\(\\d\\))?) with time zone", "$1tz$2")
                .replaceFirst("^(timestamp|time)((?:\\(\\d\\))?) without time zone", "$1$2");
    }

    /// `'x'` of `'x'::character varying`.
    static String ofDefault(String value) {
        return TEXT.matcher(value.replaceFirst("^nextval\\(('[^']+')::regclass\\)$", "nextval($1)"))
                .replaceFirst("$1");
    }

    /// Whether the default counts with this sequence.
    static boolean isNext(@Nullable String value, String sequence) {
        return value != null && ofDefault(value).equals("nextval('%s')".formatted(sequence));
    }

    /// Without length and precision; all texts are one.
    static String family(String type) {
        String bare = SIZE.matcher(of(type)).replaceAll("");
        if (bare.endsWith("[]")) {
            return family(bare.substring(0, bare.length() - 2)) + "[]";
        }
        return TEXTS.contains(bare) ? "text" : bare;
    }

    static boolean isText(String type) {
        return family(type).equals("text");
    }

    /// Whether PostgreSQL makes values of one such of the other without being told to.
    static boolean isKindred(String one, String other) {
        String from = family(one);
        String to = family(other);
        return from.equals(to) || KINDRED.stream().anyMatch(kin -> kin.contains(from) && kin.contains(to));
    }
}
