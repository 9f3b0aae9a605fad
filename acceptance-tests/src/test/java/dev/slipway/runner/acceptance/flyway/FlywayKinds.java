package dev.slipway.runner.acceptance.flyway;

import java.util.stream.Stream;

/// One project of each kind that was seen with others.
public final class FlywayKinds {
    private FlywayKinds() {}

    public static Stream<FlywayKind> all() {
        return Stream.of(
                transactions(),
                empty(),
                baseline(),
                names(),
                wildcards(),
                besideScripts(),
                placeholders(),
                otherPlaceholders(),
                keptText(),
                schema(),
                schemas(),
                schemasBesideTheDefault(),
                outOfOrder(),
                windows(),
                callbacks(),
                repeatable());
    }

    private static FlywayKind transactions() {
        return FlywayKind.of("scripts with BEGIN and COMMIT")
                .first("V1__around.sql", "BEGIN;\ncreate table a (id int);\nCOMMIT;\n")
                .first("V2__start.sql", "-- all of it\nstart transaction;\ninsert into a values (1);\nend;")
                .then("V3__middle.sql", "create table b (id int);\ncommit;\nbegin;\ncreate table c (id int);\n")
                .then("V4__plain.sql", "create table d (id int);");
    }

    private static FlywayKind empty() {
        return FlywayKind.of("scripts without SQL")
                .first("V1__nothing.sql", "")
                .first("V2__comment.sql", "-- nothing to do here\n/* not here\n either */\n")
                .then("V3__blank.sql", " \n\n")
                .then("V4__a.sql", "create table a (id int);")
                .then("R__comment.sql", "-- later\n");
    }

    private static FlywayKind baseline() {
        return FlywayKind.of("a baseline script")
                .first("V1__a.sql", "create table a (id int);")
                .first("V2__b.sql", "create table b (id int);")
                .first("B2__a_and_b.sql", "create table a (id int); create table b (id int);")
                .then("V3__c.sql", "create table c (id int);");
    }

    private static FlywayKind names() {
        return FlywayKind.of("prefixes, a separator and suffixes of its own")
                .told("sqlMigrationPrefix", "MIG-")
                .told("repeatableSqlMigrationPrefix", "REP")
                .told("baselineMigrationPrefix", "BASE")
                .told("undoSqlMigrationPrefix", "BACK")
                .told("sqlMigrationSeparator", "--")
                .told("sqlMigrationSuffixes", ".ddl,.sql")
                .told("table", "Ledger")
                .first("MIG-1.0--first_one.ddl", "create table a (id int);")
                .then("MIG-1.1--second.sql", "create table b (id int);")
                .then("BACK1.1--second.sql", "drop table b;")
                .then("REP--names.sql", "create or replace view names as select id from a;");
    }

    private static FlywayKind wildcards() {
        return FlywayKind.of("wildcards in locations")
                .told("locations", "filesystem:FOLDER/*/sql,filesystem:FOLDER/views,filesystem:FOLDER/no-such")
                .first("a/sql/V1__a.sql", "create table a (id int);")
                .first("a/other/V9__not_this.sql", "no sql")
                .then("b/sql/deep/V2__b.sql", "create table b (id int);")
                .then("views/R__v.sql", "create or replace view v as select id from a;");
    }

    private static FlywayKind besideScripts() {
        return FlywayKind.of("settings beside scripts")
                .told("placeholders.who", "me")
                .first("V1__a.sql", "create table a (id int); insert into a values (1);")
                .then("V2__index.sql", "create index concurrently a_id on a (id);")
                .then("V2__index.sql.conf", "executeInTransaction=false\n")
                .then("V3__text.sql", "create table t (x text default '${none}');")
                .then("V3__text.sql.conf", "placeholderReplacement=false");
    }

    private static FlywayKind placeholders() {
        return FlywayKind.of("placeholders")
                .told("placeholders.tableName", "users")
                .told("placeholders.owner.name", "it''s $me")
                .first("V1__a.sql", "create table ${tableName} (id int, n text default '${OWNER.NAME}');")
                .then("R__v.sql", "create or replace view v as select * from ${TABLENAME};")
                .then("R__w.sql", "create or replace view w as select '${flyway:table}'::text as x;");
    }

    private static FlywayKind otherPlaceholders() {
        return FlywayKind.of("placeholders with other marks")
                .told("placeholderPrefix", "#[")
                .told("placeholderSuffix", "]#")
                .told("placeholderSeparator", "_")
                .told("placeholders.name", "users")
                .first("V1__a.sql", "create table #[name]# (id int, n text default '${kept}');")
                .then("R__v.sql", "create or replace view v as select '##[flyway_table]#'::text as x from #[NAME]#;");
    }

    private static FlywayKind keptText() {
        return FlywayKind.of("no placeholders, and another encoding")
                .told("placeholderReplacement", "false")
                .told("encoding", "ISO-8859-1")
                .first("V1__a.sql", "create table a (n text default '${none}');")
                .then("V2__b.sql", "create table b (n text default '100 %');");
    }

    private static FlywayKind schema() {
        return FlywayKind.of("a default schema that does not exist")
                .told("schemas", "App Data")
                .first("V1__a.sql", "create table a (id int);")
                .then("V2__b.sql", "create table \"${flyway:defaultSchema}\".b (id int);");
    }

    private static FlywayKind schemas() {
        return FlywayKind.of("several schemas, of which one is there")
                .told("schemas", "app,public,Audit Log")
                .first("V1__a.sql", "create table a (id int); create table \"Audit Log\".b (id int);")
                .then("V2__c.sql", "create table public.c (id int); create table c (id int);");
    }

    private static FlywayKind schemasBesideTheDefault() {
        return FlywayKind.of("schemas beside the default one")
                .told("defaultSchema", "app")
                .told("schemas", "one,two")
                .first("V1__a.sql", "create table a (id int); create table two.b (id int);")
                .then("V2__c.sql", "create table one.c (id int);");
    }

    private static FlywayKind outOfOrder() {
        return FlywayKind.of("out of order")
                .told("outOfOrder", "true")
                .first("V1__a.sql", "create table a (id int);")
                .first("V3__c.sql", "create table c (id int);")
                .then("V2__b.sql", "create table b (id int);");
    }

    private static FlywayKind windows() {
        return FlywayKind.of("line ends of Windows")
                .first("V1__a.sql", "create table a (\r\n  id int\r\n);\r\n")
                .then("V2__f.sql", """
                    create function f() returns int language plpgsql as $$
                    begin
                      return 1;
                    end
                    $$;
                    """.replace("\n", "\r\n"))
                .then("R__v.sql", "create or replace view v as\r\nselect id from a;\r\n");
    }

    private static FlywayKind callbacks() {
        return FlywayKind.of("callbacks")
                .first("V1__a.sql", "create table a (id int);")
                .first("beforeMigrate.sql", "select 1;")
                .first("afterMigrate__look.sql", "select 1;")
                .then("V2__b.sql", "create table b (id int);")
                .then("afterEachMigrate.sql", "select 1;");
    }

    private static FlywayKind repeatable() {
        return FlywayKind.of("repeatable scripts that change")
                .first("V1__a.sql", "create table a (id int);")
                .first("R__v.sql", "create or replace view v as select id from a;")
                .then("R__v.sql", "create or replace view v as select id, id + 1 as next from a;")
                .then("R__w.sql", "create or replace view w as select id from v;");
    }
}
