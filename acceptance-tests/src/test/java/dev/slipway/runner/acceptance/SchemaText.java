package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.util.List;

/// All that the scripts of the tests make in a schema, without the tables of Alembic and Flyway.
public final class SchemaText {
    private static final String OWN = "c.relname not in ('alembic_version', 'flyway_schema_history')";

    private SchemaText() {}

    public static List<String> of(TestDatabase database) {
        return database.query("""
            with relation as (
              select c.* from pg_class c where c.relnamespace = 'public'::regnamespace and %s
            )
            select * from (
              select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                || ' ' || coalesce(col_description(c.oid, a.attnum), '') as line
              from relation c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
              where c.relkind in ('r', 'v')
              union all
              select 'constraint ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
              from relation c join pg_constraint k on k.conrelid = c.oid
              union all
              select 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid || ' '
                || coalesce(obj_description(i.indexrelid), '')
              from relation c join pg_index i on i.indrelid = c.oid
              union all
              select 'function ' || pg_get_functiondef(p.oid)
              from pg_proc p where p.pronamespace = 'public'::regnamespace
              union all
              select 'type ' || t.typname || ' ' || string_agg(e.enumlabel, ',' order by e.enumsortorder)
              from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.typname
            ) all_lines order by line
            """.formatted(OWN));
    }
}
