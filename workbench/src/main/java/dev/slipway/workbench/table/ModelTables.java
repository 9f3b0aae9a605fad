package dev.slipway.workbench.table;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.workbench.entity.EntityTable;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Replaces all tables of a scratch database by those that entities ask for. Types, functions and extensions stay,
/// since definitions may use them.
public final class ModelTables {
    private static final String DROP_ALL = """
            do $$
            declare
                each record;
            begin
                for each in
                    select format('%I.%I', n.nspname, c.relname) as name
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p')
                      and n.nspname not like 'pg\\_%'
                      and n.nspname <> 'information_schema'
                      and not exists (select from pg_depend d
                          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                loop
                    execute format('drop table if exists %s cascade', each.name);
                end loop;
            end
            $$""";

    private ModelTables() {}

    /// @throws ModelRefused with the entity and the statement if PostgreSQL refuses one
    public static void make(Session session, List<EntityTable> entities) throws ModelRefused, SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set client_min_messages = warning");
            statement.execute(DROP_ALL);
            for (EntityTable entity : entities) {
                for (String sql : creating(entity)) {
                    run(statement, entity, sql);
                }
            }
            for (EntityTable entity : entities) {
                for (EntityTable.Reference reference : entity.references()) {
                    run(statement, entity, referencing(entity, reference));
                }
                for (EntityTable.Column column : entity.columns()) {
                    if (!column.references().isEmpty()) {
                        run(
                                statement,
                                entity,
                                "alter table %s add %s"
                                        .formatted(name(entity.schema(), entity.name()), column.references()));
                    }
                }
            }
            statement.execute("reset client_min_messages");
        }
    }

    private static void run(Statement statement, EntityTable entity, String sql) throws ModelRefused {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ModelRefused(entity.origin(), sql, e);
        }
    }

    private static List<String> creating(EntityTable entity) {
        List<String> statements = new ArrayList<>();
        if (!entity.schema().isEmpty()) {
            statements.add("create schema if not exists " + Quote.identifier(entity.schema()));
        }
        entity.sequences().forEach(sequence -> statements.add("create sequence if not exists " + sequence));
        List<String> parts = new ArrayList<>();
        entity.columns().forEach(column -> parts.add(Quote.identifier(column.name()) + " " + column.definition()));
        if (!entity.primaryKey().isEmpty()) {
            parts.add("primary key (%s)".formatted(list(entity.primaryKey())));
        }
        statements.add(
                "create table %s (%s)".formatted(name(entity.schema(), entity.name()), String.join(", ", parts)));
        for (EntityTable.Index index : entity.indexes()) {
            String name = index.name();
            statements.add("create %sindex %s on %s (%s)"
                    .formatted(
                            index.unique() ? "unique " : "",
                            name == null ? "" : Quote.identifier(name),
                            name(entity.schema(), entity.name()),
                            list(index.columns())));
        }
        return statements;
    }

    private static String referencing(EntityTable entity, EntityTable.Reference reference) {
        return "alter table %s add foreign key (%s) references %s (%s)"
                .formatted(
                        name(entity.schema(), entity.name()),
                        list(reference.columns()),
                        name(reference.targetSchema(), reference.target()),
                        list(reference.targetColumns()));
    }

    private static String name(String schema, String name) {
        return schema.isEmpty() ? Quote.identifier(name) : Quote.identifier(schema) + "." + Quote.identifier(name);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Quote::identifier).collect(Collectors.joining(", "));
    }
}
