package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.history.OwnTables;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The texts of the queries that read a schema. `$1` are the relations that are read where these are given.
record SchemaSql(SchemaScope scope, ScopedSql scoped) {
    private static final String OF_ALL = "";
    private static final String OF_GIVEN = "where r.oid = any ($1)";

    /// The tables of the catalog that hold what definitions name, but for relations.
    static final Set<String> NAMED = Set.of(
            "pg_authid",
            "pg_am",
            "pg_collation",
            "pg_enum",
            "pg_foreign_server",
            "pg_namespace",
            "pg_opclass",
            "pg_operator",
            "pg_policy",
            "pg_proc",
            "pg_ts_config",
            "pg_ts_dict",
            "pg_type");

    /// What the open transaction can have changed, with the plain relations among it, and the names of all.
    String step(Collection<CatalogPart> parts) {
        return with(resource("touched.sql").replace("${catalogs}", catalogs()) + resource("plain.sql"), OF_GIVEN)
                + resource("step.sql")
                + "select 'name', 0, of_relation.* from (\n%s) as of_relation\nunion all\n"
                        .formatted(resource("relation-names.sql"))
                + queries(parts);
    }

    private static String catalogs() {
        Set<String> catalogs = new TreeSet<>(NAMED);
        Arrays.stream(CatalogPart.values()).map(CatalogPart::catalogs).forEach(catalogs::addAll);
        // by its number, since versions before 15 do not have it
        return "{" + String.join(",", catalogs).replace("pg_publication_namespace", "6237") + "}";
    }

    /// The parts that are not common, as far as there is something to read.
    String presence() {
        String presence = Arrays.stream(CatalogPart.values())
                .filter(part -> !part.isCommon())
                .map(CatalogPart::presence)
                .collect(Collectors.joining(" union all "));
        return scoped.sql(presence).replace("${own_tables}", ownTables());
    }

    String allObjects(Collection<CatalogPart> parts) {
        return objects(OF_ALL, parts);
    }

    String objects(Collection<CatalogPart> parts) {
        return objects(OF_GIVEN, parts);
    }

    String allNames() {
        return scoped.sql(resource("relations.sql")) + resource("relation-names.sql") + "union all\n"
                + "select * from (\n" + names() + ") as others";
    }

    /// What definitions name, but for relations.
    String names() {
        return scoped.sql(resource("names.sql"));
    }

    String unknownOptions() {
        return given(OF_ALL) + resource("unknown-options.sql");
    }

    private String objects(String relations, Collection<CatalogPart> parts) {
        return given(relations) + queries(parts);
    }

    private String queries(Collection<CatalogPart> parts) {
        return parts.stream()
                .sorted()
                .filter(part -> part.isIn(scope))
                .map(part ->
                        "select '%s', part.* from (\n%s) as part\n".formatted(part, scoped.sql(resource(part.file()))))
                .collect(Collectors.joining("union all\n"));
    }

    /// What all queries build on.
    private String given(String relations) {
        return with(
                resource("scope.sql")
                        .replace(
                                "${known_options}",
                                resource("known-options.sql").strip()),
                relations);
    }

    /// Where all is read, each part of what others build on is planned once and not wherever it is used: to plan takes
    /// longer than to read.
    private String with(String queries, String relations) {
        return scoped.sql(queries.replace(
                        "${sequences}", resource("sequences-in-scope.sql").strip()))
                .replace("${only}", relations)
                .replace("${inlined}", relations.equals(OF_ALL) ? "materialized" : "not materialized")
                .replace("${own_tables}", ownTables())
                .replace("${ignored_schemas}", Quote.array(scope.ignoredSchemas()))
                .replace("${ignored_tables}", Quote.array(scope.ignoredTables()));
    }

    /// The history, and what is kept beside it. A cast cuts a long name as PostgreSQL does when it makes the table.
    private String ownTables() {
        return OwnTables.beside(scope.historyTable()).stream()
                .map(name -> Quote.literal(name) + "::name")
                .collect(Collectors.joining(", "));
    }

    private static String resource(String name) {
        return TextResource.read(SchemaSql.class, name);
    }
}
