package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.TextResource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A whole run as one script for `psql`: settings, lock, guard, and each script with its history row.
public final class PsqlScript {
    private final OfflineRun run;
    private final StepSql steps;
    private final PsqlGuard guard;

    private PsqlScript(OfflineRequest request, OfflineRun run) {
        this.run = run;
        this.steps = StepSql.of(request, run);
        this.guard = new PsqlGuard(request, run);
    }

    /// The text of the script, without the last line's end.
    public static String of(OfflineRequest request, OfflineRun run) {
        PsqlScript script = new PsqlScript(request, run);
        return (run.steps().isEmpty() ? script.nothing() : script.whole()).stripTrailing();
    }

    static String read(String name) {
        return TextResource.read(PsqlScript.class, name);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private String nothing() {
        return "-- Made by Slipway: nothing to do, %s is at %s"
                .formatted(
                        run.connected() ? oneLine(String.valueOf(run.database())) : "a database",
                        OfflineRun.name(run.to()));
    }

    private String whole() {
        String to = OfflineRun.name(run.to());
        return header()
                + "\n"
                + steps.leftovers()
                + steps.history().findSchema()
                + "\n"
                + guard.lock()
                + "\n"
                + guard.position()
                + schemas()
                + HistorySql.workIn()
                + "\n"
                + steps.history().findLast()
                + steps.repeated().watch()
                + Stream.concat(run.steps().stream(), run.again().stream())
                        .map(steps::of)
                        .collect(Collectors.joining())
                + steps.repeated().left()
                + "\ndo $slipway$ begin perform pg_advisory_unlock_all(); end $slipway$;\n"
                + "\\echo %s\n".formatted(StepSql.echoed("done: the database is at " + to));
    }

    private String schemas() {
        if (run.creates()) {
            return "\n" + steps.history().create();
        }
        return run.direction() == Direction.UP ? steps.history().makeSchemas() : "";
    }

    private String header() {
        String from = OfflineRun.name(run.from());
        String where = run.connected() ? run.database() + " " : "a database ";
        String scripts = Stream.concat(
                        run.steps().stream().map(resumable -> line(resumable, "")),
                        run.again().stream()
                                .map(resumable ->
                                        line(resumable, ", if another script drops or replaces what it made")))
                .collect(Collectors.joining());
        return read("header.sql")
                .replace(
                        "${what}",
                        oneLine("%s of %sfrom %s to %s"
                                .formatted(run.direction().command(), where, from, OfflineRun.name(run.to()))))
                .replace("${scripts}", scripts)
                .replace("${from}", from)
                .replace("${command}", run.direction().command());
    }

    private static String line(ResumableStep resumable, String when) {
        return "--     %s%s\n".formatted(oneLine(resumable.step().script().title()), when);
    }
}
