package dev.slipway.runner.killed;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One run that something befalls, and the next one.
///
/// @param atBuild whether it strikes while an older transaction keeps a concurrent build waiting
/// @param seed tells when
record Kill(
        Machine machine, Ground ground, Fault fault, Direction direction, Path scripts, boolean atBuild, long seed) {
    /// How many builds, or phases of one, an older transaction keeps waiting at most before the last is struck.
    private static final int BUILDS = 6;

    /// @param struck whether the runner was still at work
    /// @param lost statements that did not run
    /// @param twice statements that ran more than once
    /// @param human whether the next run did not make it good, or the exit code of this one is wrong
    /// @param said what is to be known of it if something is wrong
    record Outcome(boolean struck, List<String> lost, List<String> twice, boolean human, String said) {
        boolean isGood() {
            return lost.isEmpty() && twice.isEmpty() && !human;
        }
    }

    boolean isProved() {
        return Files.exists(scripts.resolve(Manifest.FILE_NAME));
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
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String url = database.url().replace(":" + database.server().port(), ":" + network.port());
            Process process = Runner.start(url, scripts, direction.command());
            Future<Runner.Ended> ended = threads.submit(() -> Runner.await(process));
            boolean struck;
            try (Blocker blocker = new Blocker(database, process)) {
                pause(database, process, blocker, random);
                struck = process.isAlive();
                befall(database, process, network, networkGone);
            }
            Runner.Ended end = ended.get();
            machine.freeDisk();
            machine.awaitUp();
            return outcome(database, struck, end);
        }
    }

    /// Until a build waits, or for a part of the time that a run has a session.
    private void pause(TestDatabase database, Process process, Blocker blocker, Random random) throws Exception {
        if (atBuild) {
            blocker.awaitBuild(direction.beforeBuilds(), random.nextBoolean(), 1 + random.nextInt(BUILDS));
            Thread.sleep(random.nextLong(200));
        } else {
            machine.awaitSession(database.name(), process);
            Thread.sleep(random.nextLong(ground.milliseconds(scripts, direction)));
        }
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
        Ground.State expected = ground.expected(scripts, direction);
        boolean wrongEnd = end.exitCode() == ExitCode.INTERNAL_ERROR.code()
                || (end.exitCode() == 0 && !Ground.State.of(database).equals(expected));
        List<String> arguments = new ArrayList<>(direction.command());
        arguments.addAll(List.of("--run-lock-timeout", "60s", "--wait-timeout", "60s"));
        Run next = Run.on(database, scripts, arguments.toArray(String[]::new));
        Ground.State found = Ground.State.of(database);
        List<String> lost = new ArrayList<>(expected.ledger());
        found.ledger().forEach(lost::remove);
        List<String> twice = new ArrayList<>(found.ledger());
        expected.ledger().forEach(twice::remove);
        boolean human = wrongEnd || next.exitCode() != 0 || !found.equals(expected);
        String said = human
                ? "%s\n--- killed: exit %d\n%s\n--- next: %s\n--- found %s\n--- expected %s"
                        .formatted(this, end.exitCode(), end.text(), next.text(), found, expected)
                : "";
        return new Outcome(struck, lost, twice, human, said);
    }

    @Override
    public String toString() {
        return "%s, %s, %s%s, seed %d"
                .formatted(fault, direction, scripts.getFileName(), atBuild ? ", while a build waits" : "", seed);
    }
}
