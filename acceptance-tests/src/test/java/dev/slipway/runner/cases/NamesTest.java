package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No name of a column, table, type or function disturbs a proof: `column-called-content`.
final class NamesTest {
    private static final List<String> AWKWARD = List.of(
            "Capital",
            "two words",
            "a.b",
            "with\"quote",
            "it's",
            "dollar$1",
            "$$",
            "back\\slash",
            "größe",
            "列",
            "-- no comment",
            "/* none either */",
            "per%cent",
            "{brace}",
            "?",
            ":colon",
            "n".repeat(63),
            "slipway_row",
            "slipway_value",
            "slipway_0",
            "slipway__0",
            "v0",
            "v",
            "one",
            "sample",
            "content",
            "key",
            "value",
            "number",
            "present",
            "text",
            "column1");

    @RegisterExtension
    private final Project project = new Project();

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void aColumnMayBeCalledContentKeyOrValue(String name) {
        Case.copied("column-called-content/" + name, project.folder());
        assertThat(Proved.on(project.folder()).text()).startsWith("exit 0\n").contains("2 scripts proved now");
    }

    @Test
    void aColumnMayHaveAnyName() {
        List<String> names = names();
        proves(
                "create table note (id int primary key, %s);".formatted(each(names, "%s int check (%<s < 100000)")),
                "create index on note (%s);\nalter table note alter %1$s type bigint, add extra text;"
                        .formatted(names.getFirst()));
    }

    @Test
    void aTableMayHaveAnyName() {
        List<String> names = names();
        names.removeIf(name -> !name.startsWith("\"") && name.hashCode() % 10 != 0);
        proves(
                names.stream()
                        .map("create table %s (id int primary key, %<s int references %<s);\n"::formatted)
                        .collect(Collectors.joining()),
                names.stream()
                        .map("alter table %s add extra text not null default '';\n"::formatted)
                        .collect(Collectors.joining()));
    }

    @Test
    void aTypeMayHaveAnyName() {
        List<String> names = names();
        proves(
                names.stream()
                                .map("create type public.%s as enum ('a', 'b');\n"::formatted)
                                .collect(Collectors.joining())
                        + "create table note (id int primary key, %s);"
                                .formatted(each(names, "%s public.%<s not null")),
                "alter table note add extra text;");
    }

    @Test
    void aDomainMayHaveAnyName() {
        List<String> names = names();
        proves(
                names.stream()
                                .map("create domain public.%s as int check (value > 5);\n"::formatted)
                                .collect(Collectors.joining())
                        + "create table note (id int primary key, %s);"
                                .formatted(each(names, "%s public.%<s not null")),
                "alter table note add extra text;");
    }

    @Test
    void aFunctionMayHaveAnyNameAndBeUsedByTables() {
        List<String> names = names();
        proves(
                names.stream()
                                .map(name -> "create function public.%s(i int) returns int immutable language sql "
                                                .formatted(name)
                                        + "as 'select i';\n")
                                .collect(Collectors.joining())
                        + "create table note (id int primary key, a int, check (%s));"
                                .formatted(names.stream()
                                        .map("public.%s(a) > 0"::formatted)
                                        .collect(Collectors.joining(" and "))),
                "alter table note add extra text;");
    }

    @Test
    void functionsOperatorsAndCastsNamedLikeThoseOfTheServerAreNotUsed() {
        String broken = "language plpgsql as $$ begin raise 'used'; end $$;\n";
        proves("""
            create type mood as enum ('good', 'bad');
            create table note (id int primary key, content text, mood mood, at timestamp, parent int references note);
            create function md5(note) returns text %1$s
            create function to_jsonb(note) returns jsonb %1$s
            create function format(text, name, name) returns text %1$s
            create function quote_ident(name) returns text %1$s
            create function count(mood) returns bigint %1$s
            create function count(text) returns bigint %1$s
            create function string_agg(mood, text) returns text %1$s
            create function concat_ws(text, int) returns text %1$s
            create function as_text(mood) returns text %1$s
            create function as_json(mood) returns json %1$s
            create cast (mood as text) with function as_text(mood) as implicit;
            create cast (mood as json) with function as_json(mood) as implicit;
            create function same(mood, mood) returns boolean %1$s
            create function same(name, text) returns boolean %1$s
            create operator = (leftarg = mood, rightarg = mood, function = same);
            create operator = (leftarg = name, rightarg = text, function = same);
            """.formatted(broken), """
            alter table note add extra text;
            update note set content = content || '.';
            """);
    }

    private void proves(String first, String second) {
        project.with("V1__first.sql", first).with("V2__second.sql", second);
        assertThat(Proved.on(project.folder()).text())
                .doesNotContain("could be made up")
                .doesNotContain("fails")
                .contains("2 scripts proved now");
    }

    private static String each(List<String> names, String definition) {
        return names.stream().map(definition::formatted).collect(Collectors.joining(", "));
    }

    /// All keywords and whatever else is awkward, quoted.
    private static List<String> names() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        List<String> names = database.query("select quote_ident(word) from pg_get_keywords() order by 1");
        AWKWARD.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .filter(name -> !names.contains(name) && !names.contains(name.replace("\"", "")))
                .forEach(names::add);
        return names;
    }
}
