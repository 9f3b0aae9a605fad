package dev.slipway.runner.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.engine.script.Conventions.Misnamed;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Naming;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameReaderTest {
    private static final NameReader READER = new NameReader(Conventions.DEFAULT);
    private static final List<String> NAMES = List.of(
            "V1__a.sql",
            "V1.sql",
            "V1__.sql",
            "V1___a.sql",
            "V1__a__b.sql",
            "V1__2__a.sql",
            "V1_2__a_b.sql",
            "V1.2__a.sql",
            "V01__a.sql",
            "V1__ a .sql",
            "V1__a.b.sql",
            "V1__a_.sql",
            "V1__a.SQL",
            "V20261121093000__größe.sql",
            "R__a.sql",
            "R___a.sql",
            "R__a_b__c.sql",
            "V__a.sql",
            "V1_a.sql",
            "V1-2__a.sql",
            "V1a__a.sql",
            "V 1__a.sql",
            "V1 __a.sql",
            "V1.__a.sql",
            "V1..2__a.sql",
            "v1__a.sql",
            "VV1__a.sql",
            "R1__a.sql",
            "afterFoo.sql",
            "readme.sql",
            "1__a.sql");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V7__add_phone.sql | Versioned[version=7, description=add phone]",
                "V7.sql            | Versioned[version=7, description=]",
                "V1_2__a__b_c.sql  | Versioned[version=1.2, description=a  b c]",
                "V1.2.3__a.b.sql   | Versioned[version=1.2.3, description=a.b]",
                "V007__a.SQL       | Versioned[version=007, description=a]",
                "U7__add_phone.sql | Undo[version=7, description=add phone]",
                "R__all_views.sql  | Repeatable[description=all views]",
                "B7__as_of_7.sql   | Baseline[version=7, description=as of 7]",
                "beforeMigrate.sql | Callback[]",
                "afterEachUndo__a_b.sql | Callback[]",
                "afterMigrateErrorX.sql | Stranger[]",
                "createSchema.sql  | Callback[]",
                "readme.sql        | Stranger[]",
                "dump-2024.sql     | Stranger[]",
                "Readme.sql        | Stranger[]",
                "VIEWS.sql         | Stranger[]",
                "update.sql        | Stranger[]",
                "users_v2.sql      | Stranger[]"
            })
    void saysWhatAFileIs(String fileName, String script) {
        assertThat(READER.parse(fileName)).hasToString(script);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1__a.sql             | the name is not that of a script",
                "r__a.sql             | the name is not that of a script",
                "b 7.sql              | the name is not that of a script",
                "v7__a.sql            | the name is not that of a script",
                "V__a.sql             | \"\" is not a version: it may have digits, parted by . or _",
                "V7_a.sql             | \"7_a\" is not a version: it may have digits, parted by . or _",
                "V-7__a.sql           | \"-7\" is not a version: it may have digits, parted by . or _",
                "V7-1__a.sql          | \"7-1\" is not a version: it may have digits, parted by . or _",
                "U7a__b.sql           | \"7a\" is not a version: it may have digits, parted by . or _",
                "R7__a.sql            | a repeatable script has no version before its separator",
                "R_a.sql              | a repeatable script has no version before its separator",
                "R__.sql              | a repeatable script needs a description",
                "R.sql                | a repeatable script needs a description"
            })
    void saysWhatIsWrongWithAName(String fileName, String what) {
        assertThat(READER.parse(fileName)).isInstanceOf(ScriptName.Wrong.class);
        assertThat(((ScriptName.Wrong) READER.parse(fileName)).what()).isEqualTo(what);
        assertThat(((ScriptName.Wrong) READER.parse(fileName)).help()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.sql", "V1__a.SQL", "readme.sql", "V1__a.sql.conf", "beforeMigrate.sql"})
    void sqlFilesTakePart(String fileName) {
        assertThat(READER.concerns(fileName)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", ".V1__a.sql", ".V1__a.sql.swp", "Vendor__a.md", "v2", "dump.sql.gz", "manifest.json"
            })
    void otherFilesTakeNoPart(String fileName) {
        assertThat(READER.concerns(fileName)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__a.sql.txt",
                "V1__a.sql~",
                "V1__a.sql.bak",
                "V1__a.SQL.orig",
                "V1_a.sql.txt",
                "V1.sql.txt",
                "v1__a.txt",
                "V1__a",
                "V1.2__a.psql",
                "V2__Seed.java",
                "U1__a.sq",
                "B1__a.dump",
                "R__a.md",
                "r__a.sql.txt",
                "1__a.sql.txt"
            })
    void whatIsNamedLikeAScriptAndHasAnotherEndingIsTold(String fileName) {
        assertThat(READER.concerns(fileName)).isTrue();
        assertThat(READER.parse(fileName)).isInstanceOf(ScriptName.Stranger.class);
    }

    @Test
    void readsNamesAsFlywayDoes() {
        assertThat(NAMES.stream().map(NameReaderTest::ours))
                .containsExactlyElementsOf(
                        NAMES.stream().map(NameReaderTest::flyway).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"V-7__a.sql", "R__.sql", "R.sql"})
    void refusesSomeNamesThatFlywayTakes(String fileName) {
        assertThat(flyway(fileName)).isNotEqualTo("invalid");
        assertThat(ours(fileName)).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1_a.sql", "v1__a.sql", "V__a.sql", "R1__a.sql", "V1-2__a.sql"})
    void whatFlywaySilentlyPassesOverIsAProblem(String fileName) {
        assertThat(flyway(fileName)).isEqualTo("invalid");
        assertThat(READER.concerns(fileName)).isTrue();
        assertThat(READER.parse(fileName)).isInstanceOf(ScriptName.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIG-7--add_phone.ddl    | Versioned[version=7, description=add phone]",
                "MIG-7--add__phone.SQL   | Versioned[version=7, description=add  phone]",
                "UNDO-7--add_phone.ddl   | Undo[version=7, description=add phone]",
                "REP--views.ddl          | Repeatable[description=views]",
                "BASE-7--all.ddl         | Baseline[version=7, description=all]",
                "afterMigrate--x.ddl     | Callback[]",
                "V7__add_phone.sql       | Stranger[]"
            })
    void aProjectMayHaveNamesOfItsOwn(String fileName, String script) {
        assertThat(ownNames(Misnamed.SLIPS_REFUSED).parse(fileName)).hasToString(script);
    }

    @Test
    void aSlipInANameOfOnesOwnIsTold() {
        assertThat(ownNames(Misnamed.SLIPS_REFUSED).parse("mig-7--a.ddl"))
                .isEqualTo(new ScriptName.Wrong(
                        "the name is not that of a script",
                        "name it like MIG-7--add_phone.ddl, UNDO-7--add_phone.ddl, BASE-7--as_of_7.ddl or"
                                + " REP--active_users.ddl"));
    }

    @Test
    void flywaysSettingDecidesWhatBecomesOfOtherNames() {
        assertThat(ownNames(Misnamed.PASSED_OVER).parse("mig-7--a.ddl")).isEqualTo(new ScriptName.Stranger());
        assertThat(ownNames(Misnamed.REFUSED).parse("readme.sql")).isInstanceOf(ScriptName.Wrong.class);
    }

    @Test
    void versionedScriptsMayHaveNoPrefix() {
        Naming naming = new Naming("", "U", "R", "B", "__", List.of(".sql"));
        NameReader reader =
                new NameReader(new Conventions(naming, Misnamed.SLIPS_REFUSED, StandardCharsets.UTF_8, true, true));
        assertThat(reader.parse("7__a.sql")).hasToString("Versioned[version=7, description=a]");
        assertThat(reader.parse("U7__a.sql")).hasToString("Undo[version=7, description=a]");
        assertThat(reader.parse("readme.sql")).isEqualTo(new ScriptName.Stranger());
    }

    @Test
    void knowsAllEventsOfFlyway() {
        assertThat(Callbacks.EVENTS)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Event.values()).map(Event::getId).toList());
    }

    private static NameReader ownNames(Misnamed misnamed) {
        Naming naming = new Naming("MIG-", "UNDO-", "REP", "BASE-", "--", List.of(".ddl", ".sql"));
        return new NameReader(new Conventions(naming, misnamed, StandardCharsets.UTF_8, true, true));
    }

    private static String ours(String fileName) {
        return switch (READER.parse(fileName)) {
            case ScriptName.Versioned(Version version, String description) ->
                "V %s \"%s\"".formatted(version, description);
            case ScriptName.Repeatable(String description) -> "R null \"%s\"".formatted(description);
            case ScriptName.Undo(Version version, String description) -> "U %s \"%s\"".formatted(version, description);
            case ScriptName.Baseline(Version version, String description) ->
                "B %s \"%s\"".formatted(version, description);
            case ScriptName.Wrong _, ScriptName.Stranger _, ScriptName.Callback _ -> "invalid";
        };
    }

    private static String flyway(String fileName) {
        ResourceName parsed = new ResourceNameParser(new ClassicConfiguration()).parse(fileName);
        return parsed.isValid()
                ? "%s %s \"%s\"".formatted(parsed.getPrefix(), parsed.getVersion(), parsed.getDescription())
                : "invalid";
    }
}
