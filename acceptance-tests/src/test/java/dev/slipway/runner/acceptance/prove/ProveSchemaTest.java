package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Proofs of scripts that work in another schema than `public`, or in several.
final class ProveSchemaTest {
    @RegisterExtension
    private final Project project = new Project();

    private Run run(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("DATABASE_URL", project.database().url());
        all.put("SLIPWAY_LOCATIONS", project.folder().toString());
        return Run.with(all, arguments).masked(project.database(), project.folder());
    }

    private void succeeds(Map<String, String> environment, String... arguments) {
        Run run = run(environment, arguments);
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text()).doesNotContain("compared with what was proved");
    }

    @Test
    void aRunInThatSchemaIsHeldToIt() {
        project.with("V1__a.sql", "create table a (id int primary key);")
                .with("U1__a.sql", "drop view if exists v; drop table a;")
                .with("V2__b.sql", "create table \"${flyway:defaultSchema}\".b (id int primary key);")
                .with("U2__b.sql", "drop table b;")
                .with("R__v.sql", "create or replace view v as select id from a;");
        Map<String, String> shop = Map.of("SLIPWAY_DEFAULT_SCHEMA", "Shop 1");
        succeeds(shop, "prove", "--scratch-url", Proved.scratchUrl());
        succeeds(shop, "upgrade");
        succeeds(shop, "drift");
        succeeds(shop, "check");
        succeeds(shop, "downgrade", "1", "--yes");
        succeeds(shop, "upgrade");
        project.execute("alter table \"Shop 1\".a add note text");
        assertThat(run(shop, "drift", "--scratch-url", Proved.scratchUrl()).text())
                .startsWith("exit 1\ncolumn \"Shop 1\".a.note is only in the database\n");
    }

    @Test
    void schemasThatFlywayIsToldOfAreThereAndNoDrift() {
        project.with("V1__a.sql", "create table a (id int); create table audit.a (id int);")
                .with("U1__a.sql", "drop table a, audit.a;");
        Map<String, String> flyway = Map.of("FLYWAY_SCHEMAS", "app,audit,unused");
        succeeds(flyway, "prove", "--scratch-url", Proved.scratchUrl());
        succeeds(flyway, "upgrade");
        succeeds(flyway, "drift");
        succeeds(flyway, "check");
        assertThat(project.query("select installed_rank, type, script from app.flyway_schema_history order by 1"))
                .containsExactly("0|SCHEMA|\"app\",\"audit\",\"unused\"", "1|SQL|V1__a.sql");
    }

    @Test
    void aSchemaThatIsNamedLaterIsMadeBeforeTheNextScript() {
        project.with("V1__a.sql", "create table a (id int);");
        works(Map.of("FLYWAY_SCHEMAS", "public"), "upgrade");
        project.with("V2__b.sql", "create table audit.b (id int);");
        works(Map.of("FLYWAY_SCHEMAS", "public,audit"), "upgrade");
        project.with("V3__c.sql", "create table more.c (id int);");
        works(Map.of("FLYWAY_SCHEMAS", "public,audit,more"), "upgrade");
        project.with("V4__d.sql", "create table \"by psql\".d (id int);");
        for (List<String> plan : List.of(List.of("plan"), List.of("plan", "--from", "4", "--to", "head"))) {
            Psql psql = Psql.run(
                    project.database(),
                    run(Map.of("FLYWAY_SCHEMAS", "public,by psql," + plan.size()), plan.toArray(String[]::new))
                            .out());
            assertThat(psql.err()).isEmpty();
            project.with("V5__e.sql", "create table \"5\".e (id int);");
        }
        assertThat(project.query("select installed_rank, script from flyway_schema_history order by 1"))
                .containsExactly(
                        "0|\"audit\"", "1|V1__a.sql", "2|V2__b.sql", "3|V3__c.sql", "4|V4__d.sql", "5|V5__e.sql");
        project.with("V6__f.sql", "create table none.f (id int);");
        assertThat(run(Map.of("FLYWAY_SCHEMAS", "public,none", "FLYWAY_CREATE_SCHEMAS", "false"), "upgrade")
                        .exitCode())
                .isEqualTo(6);
    }

    private void works(Map<String, String> environment, String... arguments) {
        Run run = run(environment, arguments);
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    @Test
    void tablesInAnyOfThemWithoutAHistoryAreRefused() {
        project.with("V1__a.sql", "create table a (id int);");
        project.execute("create schema audit; create table audit.old (id int)");
        assertThat(run(Map.of("FLYWAY_SCHEMAS", "app,audit"), "upgrade").text())
                .startsWith("exit 3\n")
                .contains("has tables but no history", "old");
    }

    @Test
    void theScriptForPsqlMakesThem() {
        project.with("V1__a.sql", "create table a (id int); create table \"A b\".a (id int);");
        for (String schemas : List.of("app,A b", "public,A b")) {
            TestDatabase other = PostgresServer.shared().createDatabase();
            Run plan = run(Map.of("FLYWAY_SCHEMAS", schemas), "plan", "--from", "base", "--to", "head");
            Psql psql = Psql.run(other, plan.out());
            assertThat(psql.err()).isEmpty();
            assertThat(other.query("select script from %s.flyway_schema_history order by installed_rank"
                            .formatted(schemas.substring(0, schemas.indexOf(',')))))
                    .containsExactly(schemas.startsWith("app") ? "\"app\",\"A b\"" : "\"A b\"", "V1__a.sql");
        }
    }
}
