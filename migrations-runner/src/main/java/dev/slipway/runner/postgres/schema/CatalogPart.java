package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import java.util.Locale;

/// One query of the catalog: which kind of objects it gives, the file that holds it, and the rows of the catalog
/// without which it gives none. To plan a query takes longer than to see that there is nothing to read. What a user
/// makes has a number of at least 16384. Of what stands in braces, see `ScopedSql`.
enum CatalogPart {
    SCHEMAS(ObjectKind.SCHEMA),
    EXTENSIONS(ObjectKind.EXTENSION),
    COLLATIONS(ObjectKind.COLLATION, "pg_collation where oid >= 16384 and ${counts: collnamespace}"),
    TYPES(ObjectKind.TYPE),
    DOMAINS(ObjectKind.DOMAIN, "pg_type where oid >= 16384 and typtype = 'd' and ${within: pg_type oid}"),
    SEQUENCES(ObjectKind.SEQUENCE),
    FUNCTIONS(ObjectKind.FUNCTION, "pg_proc where oid >= 16384 and ${within: pg_proc oid}"),
    OPERATORS(ObjectKind.OPERATOR, "pg_operator where oid >= 16384 and ${counts: oprnamespace}"),
    CASTS(ObjectKind.CAST, "pg_cast where oid >= 16384 and ${all}"),
    TEXT_SEARCH_DICTIONARIES(
            ObjectKind.TEXT_SEARCH_DICTIONARY, "pg_ts_dict where oid >= 16384 and ${counts: dictnamespace}"),
    TEXT_SEARCH_CONFIGURATIONS(
            ObjectKind.TEXT_SEARCH_CONFIGURATION, "pg_ts_config where oid >= 16384 and ${counts: cfgnamespace}"),
    FOREIGN_DATA_WRAPPERS(ObjectKind.FOREIGN_DATA_WRAPPER, "pg_foreign_data_wrapper where ${all}"),
    FOREIGN_SERVERS(ObjectKind.FOREIGN_SERVER, "pg_foreign_server where ${all}"),
    TABLES(ObjectKind.TABLE),
    COLUMNS(ObjectKind.COLUMN),
    CONSTRAINTS(ObjectKind.CONSTRAINT),
    INDEXES(ObjectKind.INDEX),
    VIEWS(ObjectKind.VIEW, "pg_class where oid >= 16384 and relkind = 'v' and ${within: pg_class oid}"),
    MATERIALIZED_VIEWS(ObjectKind.MATERIALIZED_VIEW, "pg_class where relkind = 'm' and ${within: pg_class oid}"),
    TRIGGERS(
            ObjectKind.TRIGGER,
            "pg_trigger where (not tgisinternal or tgparentid <> 0) and ${within: pg_class tgrelid}"),
    RULES(ObjectKind.RULE, "pg_rewrite where oid >= 16384 and rulename <> '_RETURN' and ${within: pg_class ev_class}"),
    POLICIES(ObjectKind.POLICY, "pg_policy where ${within: pg_class polrelid}"),
    STATISTICS(ObjectKind.STATISTICS, "pg_statistic_ext where ${counts: stxnamespace}"),
    PUBLICATIONS(ObjectKind.PUBLICATION, "pg_publication where ${all}"),
    EVENT_TRIGGERS(ObjectKind.EVENT_TRIGGER, "pg_event_trigger where ${all}"),
    RELATION_COMMENTS(ObjectKind.COMMENT, CatalogPart.DESCRIPTIONS),
    COMMENTS(ObjectKind.COMMENT, CatalogPart.DESCRIPTIONS),
    GRANTS(ObjectKind.GRANT);

    /// The tables of Slipway have comments in any database.
    private static final String DESCRIPTIONS = """
            pg_description d where d.objoid >= 16384 and ${belongs: d.objoid} and not exists (
                select from pg_class c where c.oid = d.objoid and c.relname in (${own_tables})
            )""";

    private final ObjectKind kind;
    private final String rows;

    /// A query that is always asked.
    CatalogPart(ObjectKind kind) {
        this(kind, "");
    }

    CatalogPart(ObjectKind kind, String rows) {
        this.kind = kind;
        this.rows = rows;
    }

    ObjectKind kind() {
        return kind;
    }

    boolean isCommon() {
        return rows.isEmpty();
    }

    /// A query that gives its name if there is something to read.
    String presence() {
        return "select '%s' where exists (select from %s)".formatted(this, rows);
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
    }
}
