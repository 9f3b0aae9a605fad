package dev.slipway.runner.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The runner as a process is killed at random, in all ways: the next run needs nobody, and schema, data and history
/// are those of an undisturbed run.
///
/// The short form is part of the build. The long one takes a property `slipway.kills`, how often the runner is killed,
/// and `slipway.reliability`, a file for the table of what was found.
final class KillTest {
    private static final int SHORT = 16;

    /// A slow machine does fewer.
    private static final long SHORT_TIME = Duration.ofSeconds(60).toNanos();

    @TempDir
    private Path folder;

    /// @param times how often the runner was at work
    private record Row(int times, int lost, int twice, int human) {
        static final Row NONE = new Row(0, 0, 0, 0);

        Row plus(Kill.Outcome outcome) {
            return new Row(
                    times + 1,
                    lost + outcome.lost().size(),
                    twice + outcome.twice().size(),
                    human + (outcome.human() ? 1 : 0));
        }

        String line(String name) {
            return "| %s | %d | %d | %d | %d |\n".formatted(name, times, lost, twice, human);
        }
    }

    @Test
    @Timeout(7200)
    void whateverBefallsARunTheNextOneNeedsNobody() throws Exception {
        int wanted = Integer.getInteger("slipway.kills", SHORT);
        boolean isShort = wanted <= SHORT;
        Duration networkGone = Duration.ofSeconds(isShort ? 1 : 10);
        long start = System.nanoTime();
        List<Path> scripts = List.of(
                Scripts.write(folder.resolve("without manifest"), false),
                Scripts.write(folder.resolve("with manifest"), true));
        Map<Fault, Row> rows = new EnumMap<>(Fault.class);
        List<String> wrong = new ArrayList<>();
        try (Machine machine = Machine.start()) {
            Ground ground = new Ground(machine);
            List<Fault> faults = Stream.of(Fault.values())
                    .filter(fault -> fault != Fault.DISK_FULL || machine.hasSmallDisk())
                    .toList();
            int struck = 0;
            for (int number = 0; struck < wanted; number++) {
                if (isShort && struck > 0 && System.nanoTime() - start > SHORT_TIME) {
                    break;
                }
                Fault fault = faults.get(number % faults.size());
                int round = number / faults.size();
                Kill kill = new Kill(
                        machine,
                        ground,
                        fault,
                        (number + round) % 2 == 0 ? Direction.UP : Direction.DOWN,
                        scripts.get((number / 2 + round) % 2),
                        number % 3 == 0,
                        number);
                Kill.Outcome outcome = kill.strike(networkGone);
                if (outcome.struck()) {
                    struck++;
                    rows.merge(fault, Row.NONE.plus(outcome), (former, _) -> former.plus(outcome));
                }
                if (!outcome.isGood()) {
                    wrong.add(outcome.said());
                    System.out.println(outcome.said());
                }
            }
        }
        String table = table(rows);
        System.out.println(table);
        write(table);
        assertThat(wrong).isEmpty();
    }

    private static String table(Map<Fault, Row> rows) {
        Row all = rows.values().stream()
                .reduce(
                        Row.NONE,
                        (a, b) -> new Row(a.times + b.times, a.lost + b.lost, a.twice + b.twice, a.human + b.human));
        return "| fault | times | lost | twice | human |\n|---|---:|---:|---:|---:|\n"
                + rows.entrySet().stream()
                        .map(row -> row.getValue().line(row.getKey().text()))
                        .collect(Collectors.joining())
                + all.line("all");
    }

    private static void write(String table) throws IOException {
        String file = System.getProperty("slipway.reliability");
        if (file != null) {
            Files.writeString(Path.of(file), table);
        }
    }
}
