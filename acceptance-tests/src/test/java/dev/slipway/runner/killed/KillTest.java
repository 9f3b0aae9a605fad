package dev.slipway.runner.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The runner as a process is killed at random, in all ways: the next run needs nobody, and schema, data and history
/// are those of an undisturbed run.
///
/// The short form is part of the build. The long one takes a property `slipway.kills`, how often the runner is killed,
/// and `slipway.reliability`, a file for the table of what was found.
final class KillTest {
    private static final int SHORT = 16;

    /// A slow machine does fewer.
    private static final long SHORT_TIME = Duration.ofSeconds(60).toNanos();

    @RegisterExtension
    private final Project project = new Project();

    @Test
    @Timeout(7200)
    void whateverBefallsARunTheNextOneNeedsNobody() throws Exception {
        int wanted = Integer.getInteger("slipway.kills", SHORT);
        boolean isShort = wanted <= SHORT;
        Duration networkGone = Duration.ofSeconds(isShort ? 1 : 10);
        long start = System.nanoTime();
        List<Path> scripts = List.of(
                Scripts.write(project.folder().resolve("without manifest"), false),
                Scripts.write(project.folder().resolve("with manifest"), true));
        Report report = new Report();
        List<String> wrong = new ArrayList<>();
        String text = "";
        try (Machine machine = Machine.start()) {
            Ground ground = new Ground(machine);
            List<Fault> faults = Stream.of(Fault.values())
                    .filter(fault -> fault != Fault.DISK_FULL || machine.hasSmallDisk())
                    .toList();
            for (int number = 0; report.times() < wanted; number++) {
                if (isShort && report.times() > 0 && System.nanoTime() - start > SHORT_TIME) {
                    break;
                }
                int round = number / faults.size();
                Kill kill = new Kill(
                        machine,
                        ground,
                        faults.get(number % faults.size()),
                        (number + round) % 2 == 0 ? Direction.UP : Direction.DOWN,
                        scripts.get((number + round) / 2 % 2),
                        number % 3 == 0,
                        number);
                Kill.Outcome outcome = kill.strike(networkGone);
                if (outcome.struck()) {
                    report.add(kill, outcome);
                    text = report.text(machine.version());
                    write(text);
                }
                if (!isShort) {
                    System.out.printf("%d of %d: %s%n", report.times(), wanted, kill);
                }
                if (!outcome.isGood()) {
                    wrong.add(outcome.said());
                    System.out.println(outcome.said());
                }
            }
        }
        System.out.println(text);
        assertThat(wrong).isEmpty();
    }

    private static void write(String text) throws IOException {
        String file = System.getProperty("slipway.reliability");
        if (file != null) {
            Files.writeString(Path.of(file), text);
        }
    }
}
