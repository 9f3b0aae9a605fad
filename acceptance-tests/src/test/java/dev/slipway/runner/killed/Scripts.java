package dev.slipway.runner.killed;

import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Scripts with all kinds of statements, each of which says in a ledger that it ran.
final class Scripts {
    private Scripts() {}

    static Path write(Path folder, boolean proved) throws IOException {
        Files.createDirectories(folder);
        new ScriptFolder(folder)
                .with("V1__begin.sql", """
                    create table ledger (step text);
                    create table counters (n int);
                    insert into counters values (0);
                    create table users (id int primary key, name text, email text, kind int);
                    insert into users select n, 'name ' || n % 100, 'mail ' || n, n % 7 from generate_series(1, 3000) as n;
                    create index users_old on users (kind);
                    create table parts (day int) partition by list (day);
                    create table part1 partition of parts for values in (1);
                    create table part2 partition of parts for values in (2);
                    insert into parts values (1), (2);
                    create type mood as enum ('glad');
                    create materialized view names as select distinct name from users;
                    create unique index names_name on names (name);
                    create table filled (id int);
                    create table many (id int primary key, n int not null default 0);
                    insert into many select n from generate_series(1, 2000) as n;
                    create procedure fill() language plpgsql as $$ begin
                        for i in 1..20 loop
                            insert into filled select i where not exists (select from filled where id = i);
                            commit;
                        end loop;
                    end $$;
                    """)
                .with("V2__phone.sql", """
                    alter table users add phone text;
                    update users set phone = id::text;
                    insert into ledger values ('2');
                    """)
                .with("U2__phone.sql", "alter table users drop phone; insert into ledger values ('U2');")
                .with("V3__alone.sql", """
                    -- transaction: off
                    insert into ledger values ('3.1');
                    create index concurrently users_name on users (name);
                    insert into ledger values ('3.2');
                    create unique index concurrently if not exists users_email on users (email);
                    create index concurrently on users (kind, name);
                    update counters set n = n + 1;
                    reindex table concurrently users;
                    vacuum users;
                    alter type mood add value 'sad';
                    refresh materialized view concurrently names;
                    insert into ledger values ('3.3');
                    alter table parts detach partition part2 concurrently;
                    drop index concurrently users_old;
                    insert into ledger values ('3.4');
                    """)
                .with("U3__alone.sql", """
                    -- transaction: off
                    insert into ledger values ('U3.1');
                    create index concurrently users_old on users (kind);
                    drop index concurrently users_kind_name_idx;
                    drop index concurrently users_email;
                    reindex index concurrently users_name;
                    drop index concurrently users_name;
                    insert into ledger values ('U3.2');
                    alter table part2 drop constraint part2_day_check;
                    alter table parts attach partition part2 for values in (2);
                    begin;
                    drop type mood;
                    create type mood as enum ('glad');
                    update counters set n = n + 10;
                    commit;
                    vacuum ledger;
                    insert into ledger values ('U3.3');
                    """)
                .with("V4__own.sql", """
                    -- transaction: off
                    set work_mem = '8MB';
                    call fill();
                    insert into ledger select 'memory ' || current_setting('work_mem');
                    begin;
                    insert into ledger values ('4.1');
                    create table notes (text text);
                    insert into ledger values ('4.2');
                    commit;
                    create index concurrently on notes (text);
                    insert into ledger values ('4.3');
                    """)
                .with("U4__own.sql", """
                    -- transaction: off
                    drop table notes;
                    delete from filled;
                    insert into ledger values ('U4');
                    """)
                .with("V5__many.sql", "-- batch: id time=200ms pause=50ms\nupdate many set n = n + 1")
                .with("U5__many.sql", "update many set n = n + 1; insert into ledger values ('U5');")
                .with("V6__end.sql", "create table ended (id int); insert into ledger values ('6');")
                .with("U6__end.sql", "drop table ended; insert into ledger values ('U6');")
                .with("R__seen.sql", "create or replace view seen as select id from filled;");
        if (proved) {
            ProvedScripts.write(folder);
        }
        return folder;
    }
}
