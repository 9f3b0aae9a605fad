package dev.slipway.runner.killed;

import dev.slipway.runner.acceptance.DatabaseText;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Databases where a run can begin, and what an undisturbed run makes of them.
final class Ground {
    private static final String OWNER = "killed";
    private static final String PASSWORD = "secret";

    private final Machine machine;
    private final Map<String, Undisturbed> undisturbed = new HashMap<>();
    private int databases;

    Ground(Machine machine) {
        this.machine = machine;
        machine.server().execute("create role %s login password '%s'".formatted(OWNER, PASSWORD));
    }

    /// What there is afterwards.
    ///
    /// @param ledger which statements say that they ran, and which rows that a batch has changed them
    record State(DatabaseText text, List<String> ledger, List<String> data) {
        static State of(TestDatabase database) {
            return new State(DatabaseText.of(database), database.query("""
                select step from ledger union all
                select 'row ' || id from many, generate_series(1, n)
                order by step
                """), database.query("""
                    select 'counter ' || n from counters union all
                    select 'users ' || count(*) || ' ' || md5(string_agg(to_jsonb(u)::text, ',' order by id))
                    from users u union all
                    select 'filled ' || count(*) || ' ' || count(distinct id) from filled union all
                    select 'many ' || n || ' ' || count(*) from many group by n union all
                    select 'names ' || count(*) from names union all
                    select 'part ' || count(*) from parts union all
                    select 'mood ' || string_agg(e::text, ',') from unnest(enum_range(null::mood)) as e
                    """));
        }
    }

    /// @param template the database where a run begins
    /// @param milliseconds how long the run had a session
    private record Undisturbed(String template, State state, long milliseconds) {}

    /// A database where a run in this direction begins.
    TestDatabase begin(Path scripts, Direction direction, boolean smallDisk) throws Exception {
        String template = undisturbed(scripts, direction).template();
        String name = "killed_" + ++databases;
        machine.server()
                .execute("create database %s template %s owner %s%s"
                        .formatted(name, template, OWNER, smallDisk ? " tablespace small" : ""));
        return database(name);
    }

    State expected(Path scripts, Direction direction) throws Exception {
        return undisturbed(scripts, direction).state();
    }

    long milliseconds(Path scripts, Direction direction) throws Exception {
        return undisturbed(scripts, direction).milliseconds();
    }

    private Undisturbed undisturbed(Path scripts, Direction direction) throws Exception {
        String key = scripts + " " + direction;
        Undisturbed known = undisturbed.get(key);
        if (known != null) {
            return known;
        }
        String template = "template_" + ++databases;
        machine.server().execute("create database %s owner %s".formatted(template, OWNER));
        require(database(template), scripts, List.of("upgrade", direction.from()));
        String name = "undisturbed_" + databases;
        machine.server().execute("create database %s template %s owner %s".formatted(name, template, OWNER));
        TestDatabase database = database(name);
        Process process = Runner.start(database.url(), scripts, direction.command());
        machine.awaitSession(name, process);
        long start = System.nanoTime();
        Runner.Ended ended = Runner.await(process);
        if (ended.exitCode() != 0) {
            throw new IllegalStateException(ended.text());
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        Undisturbed made = new Undisturbed(template, State.of(database), milliseconds);
        undisturbed.put(key, made);
        return made;
    }

    private static void require(TestDatabase database, Path scripts, List<String> arguments) {
        Run run = Run.on(database, scripts, new ArrayList<>(arguments).toArray(String[]::new));
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.text());
        }
    }

    private TestDatabase database(String name) {
        PostgresServer server = machine.server();
        return new TestDatabase(server, name, OWNER, PASSWORD);
    }

    void drop(TestDatabase database) {
        machine.server().execute("drop database if exists %s with (force)".formatted(database.name()));
    }
}
