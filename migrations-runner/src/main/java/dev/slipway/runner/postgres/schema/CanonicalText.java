package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes equal what different versions of PostgreSQL, or the same version after a dump and a restore, word differently.
final class CanonicalText {
    /// Words that a later version than 15 quotes as names, by `pg_get_keywords()` of version 18.
    private static final Set<String> NEW_KEYWORDS = Set.of(
            "json",
            "json_array",
            "json_arrayagg",
            "json_exists",
            "json_object",
            "json_objectagg",
            "json_query",
            "json_scalar",
            "json_serialize",
            "json_table",
            "json_value",
            "merge_action",
            "system_user");

    private static final Pattern QUOTED_KEYWORD =
            Pattern.compile(NEW_KEYWORDS.stream().sorted().collect(Collectors.joining("|", "\"(", ")\"")));

    private CanonicalText() {}

    static String name(String name) {
        return name.indexOf('"') < 0 ? name : SqlNode.text(unquoted(SqlReader.read(name)));
    }

    /// Without the line ends of Windows, which a body or a literal keeps from its script.
    static String definition(ObjectKind kind, String text) {
        return ofLines(kind, text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n"));
    }

    private static String ofLines(ObjectKind kind, String text) {
        return switch (kind) {
            case COMMENT, GRANT -> text;
            case VIEW, MATERIALIZED_VIEW -> SqlNode.text(ViewColumns.withoutTable(canonical(SqlReader.read(text))));
            case EXTENSION,
                    SCHEMA,
                    COLLATION,
                    TYPE,
                    DOMAIN,
                    SEQUENCE,
                    FUNCTION,
                    OPERATOR,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_DATA_WRAPPER,
                    FOREIGN_SERVER,
                    TABLE,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    TRIGGER,
                    RULE,
                    POLICY,
                    STATISTICS,
                    PUBLICATION,
                    EVENT_TRIGGER -> isCanonical(text) ? text : SqlNode.text(canonical(SqlReader.read(text)));
        };
    }

    /// A quick look that spares most texts to be taken apart.
    private static boolean isCanonical(String text) {
        return !text.contains("(ARRAY[")
                && !text.contains(") AND ")
                && !text.contains(") OR ")
                && !text.contains(XmlIndents.WORDS)
                && (text.indexOf('"') < 0 || !QUOTED_KEYWORD.matcher(text).find());
    }

    private static List<SqlNode> canonical(List<SqlNode> nodes) {
        return ConditionBrackets.flat(ArrayCasts.inside(XmlIndents.without(unquoted(nodes))));
    }

    private static List<SqlNode> unquoted(List<SqlNode> nodes) {
        return nodes.stream()
                .map(node -> switch (node) {
                    case SqlNode.Leaf(String text) -> unquoted(text);
                    case SqlNode.Group(String open, List<SqlNode> inside, String close) ->
                        new SqlNode.Group(open, unquoted(inside), close);
                })
                .toList();
    }

    private static SqlNode unquoted(String text) {
        boolean quoted = text.startsWith("\"") && NEW_KEYWORDS.contains(text.substring(1, text.length() - 1));
        return new SqlNode.Leaf(quoted ? text.substring(1, text.length() - 1) : text);
    }
}
