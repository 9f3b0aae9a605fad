package dev.slipway.runner.acceptance.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is refused as a bridge, and what is found of bridges that do not work.
final class BridgeFindingsTest {
    private static final String USERS =
            "create table users (id int primary key, password_hash text, is_admin boolean not null default false);\n";

    @RegisterExtension
    private final Project project = new Project();

    @Test
    void whatCannotBeKeptEqualIsRefused() {
        project.with("V1__users.sql", USERS + """
            create table log (line text);
            alter table users add column loud text generated always as (upper(password_hash)) stored;
            """);
        assertThat(Stream.of(
                                "users.a",
                                "users.a = b <-> users.b",
                                "users.a <-> log.b",
                                "users.a; drop <-> users.b",
                                "users.a <-> users.b.c.d",
                                "nobody.a <-> nobody.b",
                                "users.a <-> users.b",
                                "log.line <-> log.text",
                                "users.loud <-> users.name",
                                "users.is_admin = (role = ) <-> users.role = 'a'",
                                "users.is_admin = (id = 1) <-> users.role = 'a'")
                        .map(declared -> bridge("refused", declared))
                        .map(run -> run.text()
                                .lines()
                                .filter(line -> !line.startsWith("---"))
                                .limit(2))
                        .map(lines -> String.join(" ", lines.toList())))
                .containsExactly(
                        "exit 2 error: --bridge \"users.a\" is no bridge: <-> does not stand between two sides",
                        "exit 2 error: --bridge \"users.a = b <-> users.b\" is no bridge: only one side has an"
                                + " expression: say what each is, or neither",
                        "exit 2 error: --bridge \"users.a <-> log.b\" is no bridge: a bridge stands between two columns"
                                + " of one table, and these are of \"users\" and \"log\"",
                        "exit 2 error: --bridge \"users.a; drop <-> users.b\" is no bridge: here \";\" cannot stand",
                        "exit 2 error: --bridge \"users.a <-> users.b.c.d\" is no bridge: a side begins with"
                                + " TABLE.COLUMN, perhaps with a schema before it; here \"users.b.c.d\" stands",
                        "exit 3 error: nobody.a <-> nobody.b: there is no table \"nobody\" after the scripts",
                        "exit 3 error: users.a <-> users.b: users has neither \"a\" nor \"b\"",
                        "exit 3 error: log.line <-> log.text: log has no unique key without nulls by which its rows"
                                + " could be gone through",
                        "exit 3 error: users.loud <-> users.name: the database computes \"loud\" from other columns",
                        "exit 3 error: users.is_admin = (role = ) <-> users.role = 'a': PostgreSQL refuses"
                                + " \"((role = ))::boolean\": syntax error at or near \")\"",
                        "exit 3 error: users.is_admin = (id = 1) <-> users.role = 'a': PostgreSQL refuses"
                                + " \"((id = 1))::boolean\": column \"id\" does not exist");
        assertThat(project.folder())
                .isDirectoryContaining("glob:**V1__users.sql")
                .isDirectoryNotContaining("glob:**V2*");
    }

    @Test
    void aHeaderWithoutItsBridgeIsAFinding() {
        project.with("V1__users.sql", "create table users (id int primary key, a text);")
                .with("V2__b.sql", "-- bridge: users.a <-> users.b\nalter table users add column b text;")
                .with("V3__comment.sql", "-- bridge: over troubled water\nalter table users add column c text;");

        Run run = project.run("prove", "--scratch-url", Proved.scratchUrl());

        assertThat(run.text()).startsWith("exit 1\n").contains("""
            FOLDER/V2__b.sql:1: the header declares the bridge users.a <-> users.b, and the script leaves no trigger \
            function with this comment
              effect: nothing keeps the columns equal
              remedy: write the script with `revision --bridge`, or take the line out
            """);
    }

    @Test
    void verifyModelKnowsBridges() {
        project.execute("""
            create table users (id int primary key, a text, b text);
            insert into users values (1, 'x', 'y'), (2, 'x', 'x');
            create function f() returns trigger language plpgsql as 'begin return new; end';
            comment on function f() is 'bridge: users.a <-> users.b';
            create trigger i before insert on users for each row execute function f();
            create trigger u before update on users for each row execute function f();
            alter table users disable trigger u;
            create function g() returns trigger language plpgsql as 'begin return new; end';
            comment on function g() is 'bridge: over troubled water';
            create function h() returns trigger language plpgsql as 'begin return new; end';
            comment on function h() is 'bridge: users.a = nothing(b) <-> users.b = nothing(a)';
            create trigger hi before insert or update on users for each row execute function h();
            """);

        assertThat(Run.of(project.database(), "verify-model", "--model", "none").text())
                .isEqualTo("""
            exit 1
            users: bridge users.a <-> users.b: trigger "u" of public.users does not fire
              effect: what one version of the service writes does not reach the column of the other
              remedy: alter table public.users enable always trigger u; rows written meanwhile may diverge: run \
            `verify-model` again

            users: bridge users.a <-> users.b: function f() does something else
              effect: what one version of the service writes does not reach the column of the other
              remedy: create it as its script does; rows written meanwhile may diverge: run `verify-model` again

            users.a: it does not agree with b in 1 row: id 1
              effect: old and new versions of the service see different things
              remedy: go on with `batch` if rows are left to it; else, with the triggers in place, say which side is \
            right; if it is b: update users set a = b where a is distinct from b

            users: bridge users.a = nothing(b) <-> users.b = nothing(a): function h() does something else
              effect: what one version of the service writes does not reach the column of the other
              remedy: create it as its script does; rows written meanwhile may diverge: run `verify-model` again

            note: the comment of g() begins like that of a bridge, and declares none: <-> does not stand between two \
            sides
            note: the rows of bridge users.a = nothing(b) <-> users.b = nothing(a) were not compared: function \
            nothing(text) does not exist
            no model to compare, 4 findings: 2 bridges, 1 diverging row
            """);
    }

    private Run bridge(String message, String declared) {
        return project.run("revision", "-m", message, "--scratch-url", Proved.scratchUrl(), "--bridge", declared);
    }
}
