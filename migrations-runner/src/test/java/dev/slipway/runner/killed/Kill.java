package dev.slipway.runner.killed;

import dev.slipway.runner.cli.Run;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One run that something befalls, and the next one.
///
/// @param atBuild whether it strikes while an older transaction keeps a statement waiting
/// @param seed tells when
record Kill(
        Machine machine, Ground ground, Fault fault, Direction direction, Path scripts, boolean atBuild, long seed) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// @param struck whether the runner was still at work
    /// @param lost statements that did not run
    /// @param twice statements that ran more than once
    /// @param human whether the next run did not make it good
    /// @param said what is to be known of it if something is wrong
    record Outcome(boolean struck, List<String> lost, List<String> twice, boolean human, String said) {
        boolean isGood() {
            return lost.isEmpty() && twice.isEmpty() && !human;
        }
    }

    Outcome strike(Duration networkGone) throws Exception {
        TestDatabase database = ground.begin(scripts, direction, fault == Fault.DISK_FULL);
        try {
            return strike(database, networkGone);
        } finally {
            machine.freeDisk();
            machine.awaitUp();
            ground.drop(database);
        }
    }

    private Outcome strike(TestDatabase database, Duration networkGone) throws Exception {
        Random random = new Random(seed);
        try (Network network = Network.to(machine.server().port());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Blocker blocker = new Blocker(database)) {
            if (atBuild) {
                blocker.begin(random.nextBoolean());
            }
            String url = database.url().replace(":" + database.server().port(), ":" + network.port());
            Process process = Runner.start(url, scripts, direction.command());
            Future<Runner.Ended> ended = threads.submit(() -> Runner.await(process));
            pause(database, process, random);
            boolean struck = process.isAlive();
            befall(database, process, network, networkGone);
            blocker.end();
            Runner.Ended end = ended.get();
            machine.freeDisk();
            machine.awaitUp();
            return outcome(database, struck, end);
        }
    }

    /// Until a statement waits, or for a part of the time that a run takes.
    private void pause(TestDatabase database, Process process, Random random) throws Exception {
        long took = ground.milliseconds(scripts, direction);
        if (!atBuild) {
            Thread.sleep(took / 4 + random.nextLong(took * 3 / 4));
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline && !machine.isWaitingForLock(database.name())) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextLong(200));
    }

    private void befall(TestDatabase database, Process process, Network network, Duration networkGone)
            throws Exception {
        switch (fault) {
            case RUNNER_KILLED -> process.toHandle().destroyForcibly();
            case RUNNER_TERMINATED -> process.toHandle().destroy();
            case BACKEND_KILLED ->
                machine.backends(database.name())
                        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            case SESSION_TERMINATED ->
                machine.server()
                        .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                                        .formatted(database.name())
                                + " and application_name like 'slipway%'");
            case SERVER_STOPPED -> machine.stopAtOnce();
            case CONNECTION_CUT -> network.cut();
            case NETWORK_GONE -> network.goneFor(networkGone);
            case DISK_FULL -> machine.fillDisk();
        }
    }

    private Outcome outcome(TestDatabase database, boolean struck, Runner.Ended end) throws Exception {
        List<String> arguments = new ArrayList<>(direction.command());
        arguments.addAll(List.of("--run-lock-timeout", "60s", "--wait-timeout", "60s"));
        Run next = Run.on(database, scripts, arguments.toArray(String[]::new));
        Ground.State expected = ground.expected(scripts, direction);
        Ground.State found = Ground.State.of(database);
        List<String> lost = new ArrayList<>(expected.ledger());
        found.ledger().forEach(lost::remove);
        List<String> twice = new ArrayList<>(found.ledger());
        expected.ledger().forEach(twice::remove);
        boolean human = next.exitCode() != 0 || !found.equals(expected);
        String said = human
                ? "%s\n--- killed: exit %d\n%s\n--- next: %s\n--- found %s\n--- expected %s"
                        .formatted(this, end.exitCode(), end.text(), next.text(), found, expected)
                : "";
        return new Outcome(struck, lost, twice, human, said);
    }

    @Override
    public String toString() {
        return "%s, %s, %s%s, seed %d"
                .formatted(fault, direction, scripts.getFileName(), atBuild ? ", while a statement waits" : "", seed);
    }

    /// An older transaction that has written to a table, or only looks at what there was.
    private static final class Blocker implements AutoCloseable {
        private final Connection connection;

        Blocker(TestDatabase database) throws SQLException {
            this.connection = database.connect();
        }

        void begin(boolean writing) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (!writing) {
                    statement.execute("set transaction isolation level repeatable read");
                }
                statement.execute(writing ? "delete from users where id = 1" : "select from counters");
            }
        }

        void end() {
            try {
                connection.close();
            } catch (SQLException _) {
                // the server has ended it
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
