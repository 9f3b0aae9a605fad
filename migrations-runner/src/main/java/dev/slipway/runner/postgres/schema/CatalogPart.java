package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One query of the catalog: which kind of objects it gives, the file that holds it, the rows of the catalog without
/// which it gives none, and the tables of the catalog in which something is written whenever one of the objects becomes
/// another, unless they belong to a relation. To plan a query takes longer than to see that there is nothing to read.
/// What a user makes has a number of at least 16384. Of what stands in braces, see `ScopedSql`.
enum CatalogPart {
    SCHEMAS(ObjectKind.SCHEMA, CatalogPart.ALWAYS, "pg_namespace"),
    EXTENSIONS(ObjectKind.EXTENSION, CatalogPart.ALWAYS, "pg_extension"),
    COLLATIONS(ObjectKind.COLLATION, "pg_collation where oid >= 16384 and ${counts: collnamespace}", "pg_collation"),
    // these have the same tables as domains, so that one query reads both
    TYPES(ObjectKind.TYPE, CatalogPart.ALWAYS, "pg_type", "pg_enum", "pg_range", "pg_constraint"),
    DOMAINS(
            ObjectKind.DOMAIN,
            "pg_type where oid >= 16384 and typtype = 'd' and ${within: pg_type oid}",
            "pg_type",
            "pg_enum",
            "pg_range",
            "pg_constraint"),
    SEQUENCES(ObjectKind.SEQUENCE, CatalogPart.ALWAYS),
    FUNCTIONS(ObjectKind.FUNCTION, "pg_proc where oid >= 16384 and ${within: pg_proc oid}", "pg_proc"),
    OPERATORS(ObjectKind.OPERATOR, "pg_operator where oid >= 16384 and ${counts: oprnamespace}", "pg_operator"),
    CASTS(ObjectKind.CAST, "pg_cast where oid >= 16384 and ${all}", "pg_cast"),
    TEXT_SEARCH_DICTIONARIES(
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            "pg_ts_dict where oid >= 16384 and ${counts: dictnamespace}",
            "pg_ts_dict"),
    TEXT_SEARCH_CONFIGURATIONS(
            ObjectKind.TEXT_SEARCH_CONFIGURATION,
            "pg_ts_config where oid >= 16384 and ${counts: cfgnamespace}",
            "pg_ts_config",
            "pg_ts_config_map"),
    FOREIGN_DATA_WRAPPERS(
            ObjectKind.FOREIGN_DATA_WRAPPER, "pg_foreign_data_wrapper where ${all}", "pg_foreign_data_wrapper"),
    FOREIGN_SERVERS(
            ObjectKind.FOREIGN_SERVER,
            "pg_foreign_server where ${all}",
            "pg_foreign_server",
            "pg_foreign_data_wrapper"),
    TABLES(ObjectKind.TABLE, CatalogPart.ALWAYS),
    COLUMNS(ObjectKind.COLUMN, CatalogPart.ALWAYS),
    CONSTRAINTS(ObjectKind.CONSTRAINT, CatalogPart.ALWAYS),
    INDEXES(ObjectKind.INDEX, CatalogPart.ALWAYS),
    VIEWS(ObjectKind.VIEW, "pg_class where oid >= 16384 and relkind = 'v' and ${within: pg_class oid}"),
    MATERIALIZED_VIEWS(ObjectKind.MATERIALIZED_VIEW, "pg_class where relkind = 'm' and ${within: pg_class oid}"),
    TRIGGERS(
            ObjectKind.TRIGGER,
            "pg_trigger where (not tgisinternal or tgparentid <> 0) and ${within: pg_class tgrelid}"),
    RULES(ObjectKind.RULE, "pg_rewrite where oid >= 16384 and rulename <> '_RETURN' and ${within: pg_class ev_class}"),
    POLICIES(ObjectKind.POLICY, "pg_policy where ${within: pg_class polrelid}"),
    STATISTICS(ObjectKind.STATISTICS, "pg_statistic_ext where ${counts: stxnamespace}", "pg_statistic_ext"),
    PUBLICATIONS(
            ObjectKind.PUBLICATION,
            "pg_publication where ${all}",
            "pg_publication",
            "pg_publication_rel",
            "pg_publication_namespace"),
    EVENT_TRIGGERS(ObjectKind.EVENT_TRIGGER, "pg_event_trigger where ${all}", "pg_event_trigger"),
    RELATION_COMMENTS(ObjectKind.COMMENT, CatalogPart.DESCRIPTIONS, "pg_description"),
    COMMENTS(ObjectKind.COMMENT, CatalogPart.DESCRIPTIONS, "pg_description"),
    GRANTS(
            ObjectKind.GRANT,
            CatalogPart.ALWAYS,
            "pg_authid",
            "pg_class",
            "pg_attribute",
            "pg_proc",
            "pg_type",
            "pg_namespace");

    private static final String ALWAYS = "";

    /// The tables of Slipway have comments in any database.
    private static final String DESCRIPTIONS = """
            pg_description d where d.objoid >= 16384 and ${belongs: d.objoid} and not exists (
                select from pg_class c where c.oid = d.objoid and c.relname in (${own_tables})
            )""";

    /// Those whose queries are asked wherever all is read.
    static final Set<CatalogPart> COMMON =
            Arrays.stream(values()).filter(CatalogPart::isCommon).collect(Collectors.toUnmodifiableSet());

    private final ObjectKind kind;
    private final String rows;

    @SuppressWarnings("ImmutableEnumChecker") // it is made by Set.of
    private final Set<String> catalogs;

    CatalogPart(ObjectKind kind, String rows, String... catalogs) {
        this.kind = kind;
        this.rows = rows;
        this.catalogs = Set.of(catalogs);
    }

    ObjectKind kind() {
        return kind;
    }

    boolean isCommon() {
        return rows.isEmpty();
    }

    boolean isOfRelations() {
        return catalogs.isEmpty();
    }

    boolean isIn(SchemaScope scope) {
        return this != GRANTS || scope.grants();
    }

    Set<String> catalogs() {
        return catalogs;
    }

    /// A query that gives its name if there is something to read.
    String presence() {
        return "select '%s' where exists (select from %s)".formatted(this, rows);
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
    }
}
