package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/// What a database holds, in a form that two databases with different owners share.
public record DatabaseText(List<String> schema, List<String> history) {
    public static DatabaseText of(TestDatabase database) {
        return new DatabaseText(schema(database), history(database));
    }

    /// Everything of a history but the times.
    public static List<String> history(TestDatabase database) {
        return Stream.of("""
            select installed_rank, version, description, type, script, checksum,
                   installed_by = current_user, execution_time >= 0, success
            from flyway_schema_history order by installed_rank
            """, "select obj_description('flyway_schema_history'::regclass)")
                .flatMap(query -> database.query(query).stream())
                .toList();
    }

    /// Without what only runs of the runner keep for themselves.
    private static List<String> schema(TestDatabase database) {
        return database.query("""
            with relation as (
                select oid as id, relname, relkind from pg_class
                where relnamespace = current_schema()::regnamespace
                  and relname not like 'flyway\\_schema\\_history\\_fingerprint%'
            )
            select line from (
                select concat_ws(' ', 'relation', relname, relkind, obj_description(id)) as line from relation
                union all
                select concat_ws(' ', 'column', relname, attname, attnum, format_type(atttypid, atttypmod),
                    attnotnull, attidentity, pg_get_expr(adbin, adrelid), col_description(id, attnum))
                from relation
                join pg_attribute on attrelid = id and attnum > 0 and not attisdropped
                left join pg_attrdef on adrelid = attrelid and adnum = attnum
                union all
                select concat_ws(' ', 'constraint', relname, conname, pg_get_constraintdef(c.oid))
                from relation join pg_constraint c on conrelid = id
                union all
                select concat_ws(' ', 'index', pg_get_indexdef(indexrelid), indisvalid)
                from relation join pg_index on indrelid = id
                union all
                select concat_ws(' ', 'view', relname, pg_get_viewdef(id)) from relation where relkind = 'v'
                union all
                select concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid))
                from relation join pg_trigger t on tgrelid = id where not tgisinternal
                union all
                select concat_ws(' ', 'function', pg_get_functiondef(oid)) from pg_proc
                where pronamespace = current_schema()::regnamespace
            ) as lines
            order by line
            """);
    }
}
