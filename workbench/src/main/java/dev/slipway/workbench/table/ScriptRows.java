package dev.slipway.workbench.table;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.sql.Statement;

/// The rows that scripts wrote into a scratch database. They are in the way of statements whose values somebody still
/// has to choose; the proof looks at statements and rows together.
public final class ScriptRows {
    private static final String DELETE = """
            do $$
            declare
                each record;
                found boolean;
                filled text[] := '{}';
            begin
                for each in
                    select format('%I.%I', n.nspname, c.relname) as name
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'r'
                      and n.nspname not like 'pg\\_%'
                      and n.nspname <> 'information_schema'
                      and not exists (select from pg_depend d
                          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                loop
                    execute format('select exists (select from %s)', each.name) into found;
                    if found then
                        filled := filled || each.name;
                    end if;
                end loop;
                if filled <> '{}' then
                    begin
                        perform set_config('session_replication_role', 'replica', true);
                    exception when insufficient_privilege then
                        null;
                    end;
                    execute format('truncate %s cascade', array_to_string(filled, ', '));
                end if;
            end
            $$""";

    private ScriptRows() {}

    /// Deletes them all, and what triggers would do about it is not done if the role may say so.
    public static void delete(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set client_min_messages = warning");
            statement.execute(DELETE);
            statement.execute("reset client_min_messages");
        }
    }
}
