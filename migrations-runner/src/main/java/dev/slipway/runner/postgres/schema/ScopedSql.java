package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.postgres.sql.Quote;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Queries of the catalog that read all schemas or only some. Beside thousands of others, a schema is read in the time
/// that its own objects take.
///
/// - `${counts: c.relnamespace}` is whether the schema with this number counts.
/// - `${within: pg_class c.oid}` is whether what has this number in a table of the catalog lies in such a schema.
///   `pg_depend` knows that of what users made: it has an index by schema, and `pg_class` has none.
/// - `${belongs: d.objoid}` is whether what has this number lies in such a schema, or belongs to what does.
/// - `${all}` is whether all schemas count, and so what lies in none.
/// - `${all or: CONDITION}`, at the end of a line, is whether all count, or the condition holds.
final class ScopedSql {
    private static final Pattern COUNTS = Pattern.compile("\\$\\{counts: ([\\w.]+)}");
    private static final Pattern WITHIN = Pattern.compile("\\$\\{within: (\\w+) ([\\w.]+)}");
    private static final Pattern BELONGS = Pattern.compile("\\$\\{belongs: ([\\w.]+)}");
    private static final Pattern ALL_OR = Pattern.compile("\\$\\{all or: (.*)}$", Pattern.MULTILINE);
    private static final String ALL = "${all}";
    private static final String WORD = "${";

    private final Map<Pattern, String> words;
    private final boolean all;

    /// @param schemas the only ones that count, as they stand in SQL
    private ScopedSql(boolean all, String schemas) {
        this.all = all;
        // the numbers come from the server's cache of names: to look for them in pg_namespace reads all of it
        String numbers = "any (array(select to_regnamespace(quote_ident(name))::oid from unnest(%s::text[]) as name))"
                .formatted(schemas);
        String within = """
                select objid from pg_depend
                where classid = '$1'::regclass and refclassid = 'pg_namespace'::regclass and refobjid = %s""".formatted(Matcher.quoteReplacement(numbers));
        String own = """
                with own as (
                    select objid from pg_depend where refclassid = 'pg_namespace'::regclass and refobjid = %s
                )
                select objid from own
                union all
                select d.objid
                from own
                join pg_depend d on d.refclassid in ('pg_class'::regclass, 'pg_type'::regclass) and d.refobjid = own.objid""".formatted(Matcher.quoteReplacement(numbers));
        words = Map.of(
                COUNTS, "$1 = " + Matcher.quoteReplacement(numbers),
                WITHIN, "$2 in (%s)".formatted(within),
                // an array, since the server would rather go through all that has a comment
                BELONGS, "$1 = any (array(%s))".formatted(own));
    }

    /// @param schemas the only ones that count, or none if all do
    static ScopedSql of(Collection<String> schemas) {
        return new ScopedSql(schemas.isEmpty(), Quote.array(schemas));
    }

    /// The same for a query that is prepared for any schemas.
    ///
    /// @param parameter what stands for their names
    static ScopedSql prepared(boolean all, String parameter) {
        return new ScopedSql(all, parameter);
    }

    String sql(String text) {
        if (!text.contains(WORD)) {
            return text;
        }
        String sql = ALL_OR.matcher(text.replace(ALL, String.valueOf(all))).replaceAll(all ? "true" : "$1");
        for (Map.Entry<Pattern, String> word : words.entrySet()) {
            sql = word.getKey().matcher(sql).replaceAll(all ? "true" : word.getValue());
        }
        return sql;
    }
}
