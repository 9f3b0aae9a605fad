package dev.slipway.workbench.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Rows that are as awkward as constraints allow.
final class TableFillerTest {
    private final FilledDatabase database = FilledDatabase.create();

    @Test
    void rowsAreEqualWhereNothingForbidsItAndNullWhereThatIsAllowed() throws SQLException {
        database.isFilled("create table t (a text, b int not null)", "public.t");
        assertThat(database.query("select left(a, 20), b, count(*) from t group by a, b order by 1"))
                .containsExactly("it's no number, date|70000|3", "|70000|2");
    }

    @Test
    void onlyOneColumnOfSeveralThatMustBeUniqueTogetherDiffers() throws SQLException {
        database.isFilled(
                "create table t (a text not null, b text not null, c text not null, unique (a, b))", "public.t");
        assertThat(database.query("select count(distinct a), count(distinct b), count(distinct c), count(*) from t"))
                .containsExactly("2|4|1|5");
    }

    @Test
    void everyTypeHasValues() throws SQLException {
        database.isFilled("""
                create type mood as enum ('sad', 'glad');
                create type pair as (one int, two text);
                create domain positive as int check (value > 0);
                create domain code as varchar(5) not null check (value ~ '^[A-Z]{3}$');
                create table t (
                    id bigint generated always as identity primary key,
                    c01 smallint not null unique, c02 int not null, c03 bigint not null, c04 numeric not null,
                    c05 numeric(5, 2) not null unique, c06 real not null, c07 double precision not null, c08 money not null,
                    c09 text not null unique, c10 varchar(3) not null unique, c11 char(2) not null, c12 bytea not null unique,
                    c13 boolean not null, c14 date not null unique, c15 time not null unique, c16 timetz not null,
                    c17 timestamp not null unique, c18 timestamptz not null, c19 interval not null unique,
                    c20 uuid not null unique, c21 json not null, c22 jsonb not null unique, c23 inet not null unique,
                    c24 cidr not null unique, c25 macaddr not null unique, c26 macaddr8 not null, c27 bit(4) not null unique,
                    c28 varbit not null, c29 tsvector not null, c30 tsquery not null, c31 point not null, c32 line not null,
                    c33 lseg not null, c34 box not null, c35 path not null, c36 polygon not null, c37 circle not null,
                    c38 int4range not null, c39 numrange not null, c40 daterange not null unique, c41 tstzrange not null,
                    c42 int[] not null unique, c43 text[] not null, c44 uuid[] not null, c45 mood not null, c46 pair not null,
                    c47 positive not null, c48 code, c49 xml not null, c50 "char" not null, c51 name not null, c52 oid not null,
                    c53 int4multirange not null, c54 pg_lsn not null, c55 date[] not null, c56 boolean[] not null,
                    c57 mood[], c58 positive[],
                    "Odd ""Name" text not null unique,
                    total int generated always as (c02 + 1) stored,
                    number serial
                )
                """, "public.t");
        assertThat(database.query("select count(*) from t")).containsExactly("7");
    }

    @Test
    void eachLabelOfAnEnumBothTruthsAndEachValueThatACheckNamesAreInSomeRow() throws SQLException {
        database.isFilled("""
                create type mood as enum ('sad', 'glad', 'calm');
                create domain level as text check (value in ('low', 'high'));
                create table t (
                    mood mood not null, done boolean not null, level level,
                    role text not null check (role in ('admin', 'member', 'viewer')))
                """, "public.t");
        assertThat(database.query("select string_agg(distinct mood::text, ' ' order by mood::text),"
                        + " string_agg(distinct done::text, ' '), string_agg(distinct level, ' '),"
                        + " string_agg(distinct role, ' ') from t"))
                .containsExactly("calm glad sad|false true|high low|admin member viewer");
    }

    @Test
    void checksAreSatisfied() throws SQLException {
        database.isFilled("""
                create table t (
                    role text not null check (role in ('admin', 'member', 'viewer')),
                    is_admin boolean not null,
                    price numeric(8, 2) check (price > 0 and price < 10),
                    code text not null unique check (length(code) = 3),
                    email text not null unique check (email like '%_@_%._%'),
                    country char(2) not null check (country ~ '^[A-Z]{2}$'),
                    starts date not null,
                    ends date not null,
                    one_row int not null default 7 check (one_row = 7),
                    twin text,
                    other varchar(30),
                    check (is_admin = (role = 'admin')),
                    check (starts < ends),
                    check (twin is not distinct from other)
                )
                """, "public.t");
        assertThat(database.query("select count(*) >= 3 from t")).containsExactly("t");
    }

    @Test
    void exactlyOneOfSeveralReferencesIsGivenEachInSomeRow() throws SQLException {
        String tables = """
                create table event (id int primary key);
                create table subscription (id int primary key);
                create table voucher (id int primary key);
                create table item (
                    event int references event, subscription int references subscription, note text,
                    check ((event is null) <> (subscription is null)));
                create table payment (
                    event int references event, subscription int references subscription,
                    voucher int references voucher, check (num_nonnulls(event, subscription, voucher) = 1));
                create table gap (
                    event int references event, subscription int references subscription,
                    voucher int references voucher, check (num_nulls(event, subscription, voucher) = 1))
                """;
        assertThat(database.fill(tables, "public.item", "public.payment", "public.gap")
                        .unfilled())
                .isEmpty();
        assertThat(database.query("select distinct event is null, subscription is null from item order by 1"))
                .containsExactly("f|t", "t|f");
        for (String table : new String[] {"payment", "gap"}) {
            assertThat(database.query(
                            "select count(distinct (event is null, subscription is null, voucher is null)) from "
                                    + table))
                    .containsExactly("3");
        }
    }

    @Test
    void whatIsReferredToComesFirst() throws SQLException {
        database.isFilled("""
                create table country (code char(2) primary key);
                create table person (
                    id int generated by default as identity primary key,
                    country char(2) not null references country, boss int references person, team int
                );
                create table team (id serial primary key, head int not null references person);
                alter table person add foreign key (team) references team;
                create table address (person int primary key references person on delete cascade, street text not null);
                create table part (a int, b int, primary key (a, b));
                create table usage (a int not null, b int not null, foreign key (a, b) references part);
                """, "public.person");
        assertThat(database.query("select (select count(*) > 0 from country), (select count(*) > 2 from address),"
                        + " (select count(*) > 0 from team), (select count(*) from part),"
                        + " (select count(*) > 0 from person where team is not null)"))
                .containsExactly("t|t|t|0|t");
    }

    @Test
    void whatAShorterTextRefersToIsAsShort() throws SQLException {
        database.isFilled("""
                create table kind (code varchar primary key);
                create table sort (code varchar(300) primary key references kind, text varchar(300) not null);
                create table thing (id int primary key, sort varchar(20) not null references sort);
                """, "public.thing");
        assertThat(database.query("select distinct length(code), length(text) from sort"))
                .containsExactly("20|300");
    }

    @Test
    void rowsOfPartitionedTablesFitIntoTheirPartitions() throws SQLException {
        database.isFilled("""
                create table event (id int, at date not null, kind text not null) partition by range (at);
                create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01')
                    partition by list (kind);
                create table event_2026_a partition of event_2026 for values in ('a', 'b');
                """, "public.event");
        database.isFilled("""
                create table hashed (id int primary key) partition by hash (id);
                create table hashed_0 partition of hashed for values with (modulus 1, remainder 0);
                """, "public.hashed_0".replace("_0", ""));
        assertThat(database.query("select count(*) from event_2026_a")).containsExactly("7");
    }

    @Test
    void rowsReferToThemselvesOrToNothingWhereNoOtherIsThereYet() throws SQLException {
        database.isFilled("""
                create table tree (
                    id bigint generated always as identity primary key, parent bigint not null references tree);
                create table code (code varchar(3) primary key, means varchar(3) not null references code);
                create table staff (
                    tenant int not null, id int not null, boss int,
                    primary key (tenant, id), foreign key (tenant, boss) references staff);
                create table tenant (id int primary key);
                create table member (
                    tenant int not null references tenant, id int not null, boss int not null,
                    primary key (tenant, id), foreign key (tenant, boss) references member);
                """, "public.tree");
        assertThat(database.fill("select 1", "public.code", "public.staff", "public.member")
                        .unfilled())
                .isEmpty();
        assertThat(database.query("select (select count(*) from tree), (select count(*) from code),"
                        + " (select count(*) from staff), (select count(boss) from staff),"
                        + " (select count(*) from member)"))
                .containsExactly("5|5|5|2|5");
    }

    @Test
    void theFirstNumbersOfASequenceAreLeftToScripts() throws SQLException {
        database.isFilled("""
                create table t (
                    id smallserial primary key, kind int generated always as identity,
                    parent smallint references t);
                """, "public.t");
        assertThat(database.query("select min(id), max(id), min(kind), count(parent) from t"))
                .containsExactly("9001|9005|9001|2");
        database.execute("insert into t default values");
        assertThat(database.query("select min(id), min(kind) from t")).containsExactly("1|1");
    }

    @Test
    void patternsAndLengthsAreMatched() throws SQLException {
        database.isFilled("""
                create table t (
                    sku varchar(20) not null unique check (sku ~ '^[A-Z]{3}-[0-9]{4}$'),
                    iban varchar(34) not null check (iban ~ '^DE[0-9]{20}$'),
                    phone text not null check (phone ~ '^\\+[1-9]\\d{6,14}$'),
                    slug text not null unique check (slug ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
                    version text not null check (version ~ '^(0|[1-9]\\d*)\\.(\\d+)(-[^ ]+)?$'),
                    key text not null check (key ~ '^[[:alpha:]_][[:alnum:]_]{5,}$'),
                    colour text not null check (colour ~* '^#([0-9a-f]{6}|[0-9a-f]{3})$'),
                    hash bytea not null unique check (octet_length(hash) = 32)
                )
                """, "public.t");
        assertThat(database.query("select count(*) from t")).containsExactly("5");
    }

    @Test
    void itSaysWhatCouldNotBeFilled() throws SQLException {
        TableFiller.Filled filled = database.fill("""
                create function refuse() returns trigger language plpgsql as $$ begin raise 'not today'; end $$;
                create table t (a int);
                create trigger refuse before insert on t for each row execute function refuse();
                create table u (a smallint not null check (a % 7 = 3 and a % 11 = 5 and a > 99));
                create table empty (a int) partition by range (a);
                """, "public.t", "public.u", "public.empty", "public.none");
        assertThat(filled.tables()).isEmpty();
        assertThat(filled.unfilled())
                .containsOnlyKeys("public.t", "public.u")
                .containsEntry("public.t", "not today")
                .containsEntry("public.u", "new row for relation \"u\" violates check constraint \"u_a_check\"");
    }
}
