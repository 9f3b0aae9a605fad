package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No name disturbs `prove`: every keyword of the server names a column, and those that are reserved name a table and a
/// type as well.
final class ProveKeywordsTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void keywordsNameColumnsTablesAndTypes() {
        new ScriptFolder(folder)
                .with(
                        "V1__tables.sql",
                        "create schema kinds; create schema names;\n"
                                + each("create type kinds.%1$I as enum (''a'', ''b'');"
                                        + " create table names.%1$I (%1$I kinds.%1$I primary key);"))
                .with("V2__columns.sql", each("alter table names.%1$I add column slipway kinds.%1$I;"))
                .with("V3__wide.sql", "create table wide (%s);".formatted(columns()))
                .with("U3__wide.sql", "drop table wide;")
                .with("V4__wider.sql", "alter table wide add column slipway int not null default 1;")
                .with("U4__wider.sql", "alter table wide drop column slipway;");
        assertThat(Proved.on(folder).text().replaceAll("adds \\d{2,} objects", "adds all objects"))
                .isEqualTo("""
            exit 0
            proved 1  tables: adds all objects; irreversible: there is no undo script  TIME
            proved 2  columns: adds all objects; irreversible: there is no undo script  TIME
            proved 3  wide: adds all objects  TIME
            proved 4  wider: adds 1 object  TIME
            no problems: 4 revisions, 4 scripts proved now; FOLDER/manifest.json is written
            """);
    }

    private static String each(String sql) {
        return """
            do $$
            declare
                one text;
            begin
                for one in select word from pg_get_keywords() where catcode = 'R' order by word loop
                    execute format('%s', one);
                end loop;
            end $$;
            """.formatted(sql);
    }

    private static String columns() {
        List<String> keywords =
                PostgresServer.shared().createDatabase().query("select word from pg_get_keywords() order by word");
        return keywords.stream().map("\"%s\" int not null"::formatted).collect(Collectors.joining(", "));
    }
}
