package dev.slipway.runner.killed;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What was found, as `docs/reliability.md` shows it.
final class Report {
    private final Map<Fault, Row> rows = new EnumMap<>(Fault.class);
    private int builds;
    private int downgrades;
    private int proved;

    /// @param times how often the runner was at work
    private record Row(int times, int lost, int twice, int human) {
        static final Row NONE = new Row(0, 0, 0, 0);

        static Row of(Kill.Outcome outcome) {
            return new Row(1, outcome.lost().size(), outcome.twice().size(), outcome.human() ? 1 : 0);
        }

        Row plus(Row other) {
            return new Row(times + other.times, lost + other.lost, twice + other.twice, human + other.human);
        }

        String line(String name) {
            return "| %s | %d | %d | %d | %d |\n".formatted(name, times, lost, twice, human);
        }
    }

    void add(Kill kill, Kill.Outcome outcome) {
        rows.merge(kill.fault(), Row.of(outcome), Row::plus);
        builds += kill.atBuild() ? 1 : 0;
        downgrades += kill.direction() == Direction.DOWN ? 1 : 0;
        proved += kill.isProved() ? 1 : 0;
    }

    int times() {
        return all().times();
    }

    private Row all() {
        return rows.values().stream().reduce(Row.NONE, Row::plus);
    }

    String text(String server) {
        return "| fault | times | lost | twice | human |\n|---|---:|---:|---:|---:|\n"
                + rows.entrySet().stream()
                        .map(row -> row.getValue().line(row.getKey().text()))
                        .collect(Collectors.joining())
                + all().line("all")
                + "\nOn PostgreSQL %s. Of the %d, %d befell a concurrent build that waited, %d a downgrade, and %d a run with a manifest.\n"
                        .formatted(server, times(), builds, downgrades, proved);
    }
}
