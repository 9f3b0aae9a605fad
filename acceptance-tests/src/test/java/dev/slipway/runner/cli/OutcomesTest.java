package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.alembic.ImportAlembicTest;
import dev.slipway.runner.acceptance.backup.BackupTest;
import dev.slipway.runner.acceptance.backup.RestoreTest;
import dev.slipway.runner.acceptance.init.InitTest;
import dev.slipway.runner.acceptance.report.ReportTest;
import dev.slipway.runner.acceptance.verify.VerifyModelTest;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/// What each command says at success, refusal and failure, as text and as JSON: whole outputs, kept in
/// `src/test/resources/dev/slipway/runner/cli/outcomes/`.
final class OutcomesTest {
    private static final String GOLDENS = "acceptance-tests/src/test/resources/dev/slipway/runner/cli/outcomes/";

    /// What is done before: the scripts are proved, or somebody changes the database.
    private static final String PROVE = "prove the scripts";

    private static final String SQL = "sql ";
    private static final List<String> UNREACHABLE =
            List.of("--url", "postgresql://app:secret@localhost:1/app", "--wait-timeout", "0");

    /// Commands whose outcomes have a test class of their own, since they need more around them.
    private static final Map<String, Class<?>> ELSEWHERE = Map.of(
            "import-alembic", ImportAlembicTest.class,
            "verify-model", VerifyModelTest.class,
            "init", InitTest.class,
            "report", ReportTest.class,
            "backup", BackupTest.class,
            "restore", RestoreTest.class,
            "completion", CompletionTest.class);

    enum Outcome {
        SUCCESS,
        REFUSAL,
        FAILURE;

        private Set<Integer> exitCodes() {
            return switch (this) {
                case SUCCESS -> Set.of(0);
                case REFUSAL -> Set.of(1, 2, 3, 7);
                case FAILURE -> Set.of(2, 4, 6);
            };
        }
    }

    /// @param given files to add, as `name=text`, SQL, and commands to run before
    /// @param scripts where the scripts are, from the folder of the test
    record Case(String command, Outcome outcome, List<String> given, String scripts, List<String> arguments) {
        @Override
        public String toString() {
            return "%s %s".formatted(command, outcome);
        }
    }

    private static Case success(List<String> given, String... arguments) {
        return new Case(arguments[0], Outcome.SUCCESS, given, "", List.of(arguments));
    }

    private static Case refusal(List<String> given, String... arguments) {
        return new Case(arguments[0], Outcome.REFUSAL, given, "", List.of(arguments));
    }

    private static Case failing(String... arguments) {
        return new Case(arguments[0], Outcome.FAILURE, List.of(), "", List.of(arguments));
    }

    /// The database cannot be reached.
    private static Case unreachable(String... arguments) {
        List<String> all =
                Stream.concat(Arrays.stream(arguments), UNREACHABLE.stream()).toList();
        return new Case(arguments[0], Outcome.FAILURE, List.of(), "", all);
    }

    /// The location of the scripts is a file.
    private static Case misplaced(String... arguments) {
        return new Case(arguments[0], Outcome.FAILURE, List.of(), "V1__users.sql", List.of(arguments));
    }

    static List<Case> cases() {
        String branch = "V3__phone.sql=-- revises: 1\nalter table users add phone text;";
        String shorter = "V3__short.sql=alter table users drop email;";
        String misnamed = "V4_city.sql=select 4;";
        String key = "V3__key.sql=alter table users add primary key (id); insert into users values (1), (2);";
        String backfill = "V4__backfill.sql=-- batch: id\nupdate users set email = '' where email is null;";
        return List.of(
                success(List.of(), "upgrade"),
                refusal(List.of(branch), "upgrade"),
                unreachable("upgrade"),
                success(List.of("upgrade 1"), "downgrade", "--yes"),
                refusal(List.of("upgrade"), "downgrade", "--yes"),
                unreachable("downgrade"),
                success(List.of(key, backfill, "upgrade --background-batches"), "batch"),
                refusal(List.of(key, backfill, "upgrade --background-batches", shorter), "batch"),
                unreachable("batch"),
                success(List.of("upgrade 1"), "plan"),
                refusal(List.of(branch), "plan"),
                unreachable("plan"),
                success(List.of("upgrade 1"), "current"),
                refusal(List.of("upgrade 1"), "current", "--check-heads"),
                unreachable("current"),
                success(List.of("upgrade 1"), "history"),
                refusal(List.of(), "history", "--range", "9:"),
                unreachable("history"),
                success(List.of(), "heads"),
                refusal(List.of(misnamed), "heads"),
                misplaced("heads"),
                success(List.of(branch), "branches"),
                refusal(List.of(misnamed), "branches"),
                misplaced("branches"),
                success(List.of(), "show", "1"),
                refusal(List.of(), "show", "9"),
                misplaced("show", "1"),
                success(List.of(), "revision", "-m", "add phone"),
                refusal(List.of(branch), "revision", "-m", "add phone"),
                misplaced("revision", "-m", "add phone"),
                success(List.of(branch), "merge"),
                refusal(List.of(), "merge"),
                misplaced("merge"),
                success(List.of(branch), "renumber", "3"),
                refusal(List.of("upgrade"), "renumber", "2"),
                unreachable("renumber", "2"),
                success(List.of(), "stamp", "1"),
                refusal(List.of("upgrade"), "stamp", "1"),
                unreachable("stamp", "1"),
                success(List.of(PROVE, "sql create table users (id int)"), "adopt"),
                refusal(List.of(PROVE, "sql create table users (id int, name text)"), "adopt"),
                new Case(
                        "adopt",
                        Outcome.FAILURE,
                        List.of(PROVE),
                        "",
                        unreachable("adopt").arguments()),
                success(List.of(PROVE, "upgrade"), "drift"),
                refusal(List.of(PROVE, "upgrade", "sql create index on users (email)"), "drift"),
                unreachable("drift"),
                success(List.of("upgrade"), "check"),
                refusal(List.of(branch, "upgrade 1"), "check"),
                unreachable("check"),
                success(List.of(), "prove", "--scratch-url", Proved.scratchUrl()),
                refusal(List.of(shorter), "prove", "--scratch-url", Proved.scratchUrl()),
                failing("prove", "--scratch-url", "postgresql://app@localhost:1/app", "--wait-timeout", "0"),
                success(List.of(), "wait"),
                refusal(List.of(), "wait", "long"),
                unreachable("wait"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatItSays(Case given, @TempDir Path text, @TempDir Path json) {
        Run asText = run(given, text);
        Run asJson = run(given, json, "--format", "json");
        assertThat(asText.exitCode()).isIn(given.outcome().exitCodes()).isEqualTo(asJson.exitCode());
        String name = "%s-%s.txt".formatted(given.command(), given.outcome()).toLowerCase(Locale.ROOT);
        new GeneratedDocument(GOLDENS + name, steady(asText) + "\n=== json\n" + steady(asJson)).verify();
    }

    /// Without the width of columns, which is that of a database's name, and without the version of the server.
    private static String steady(Run run) {
        return run.text()
                .replaceAll("\"(waited|limit)\": \\d+", "\"$1\": 0")
                .replaceAll("(?<=\\S) {3,}", "   ")
                .replaceAll("(PostgreSQL |\"serverVersion\": \")[0-9][^)\"]*", "$1VERSION");
    }

    private static Run run(Case given, Path folder, String... more) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        ScriptFolder scripts = new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "-- revises: 1\nalter table users add email text;");
        for (String step : given.given()) {
            int equals = step.indexOf('=');
            if (step.equals(PROVE)) {
                ProvedScripts.write(folder);
            } else if (step.startsWith(SQL)) {
                database.execute(step.substring(SQL.length()));
            } else if (equals < 0) {
                Run.on(database, folder, step.split(" "));
            } else {
                scripts.with(step.substring(0, equals), step.substring(equals + 1));
            }
        }
        List<String> arguments = new ArrayList<>(given.arguments());
        arguments.addAll(List.of(more));
        boolean takesScripts = !given.command().equals("wait");
        return takesScripts
                ? Run.on(database, folder.resolve(given.scripts()), arguments.toArray(String[]::new))
                : Run.of(database, arguments.toArray(String[]::new));
    }

    @Test
    void everyCommandHasAllOutcomes() {
        Map<String, Set<Outcome>> outcomes = new TreeMap<>();
        cases().forEach(given ->
                outcomes.computeIfAbsent(given.command(), _ -> new TreeSet<>()).add(given.outcome()));
        assertThat(outcomes.values()).allMatch(all -> all.size() == Outcome.values().length);
        Set<String> covered = new TreeSet<>(outcomes.keySet());
        covered.addAll(ELSEWHERE.keySet());
        assertThat(CommandModel.commands()).extracting(CommandSpec::name).containsExactlyInAnyOrderElementsOf(covered);
    }
}
