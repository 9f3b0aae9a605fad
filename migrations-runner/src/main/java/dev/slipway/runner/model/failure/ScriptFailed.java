package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.hazard.Hazard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The server refused a statement of a script.
///
/// @param script its file name
/// @param label how people name it
/// @param place null if the commit failed, for example on a deferred constraint
/// @param rest what became of the script itself
public record ScriptFailed(
        String script, String label, @Nullable SourcePlace place, ServerError error, RunProgress progressed, Rest rest)
        implements RunFailure {
    /// What became of the script that failed.
    public sealed interface Rest {
        /// Its transaction was rolled back.
        record RolledBack() implements Rest {}

        /// It runs without a transaction: the statements before the failed one stayed.
        ///
        /// @param left what became of what the failed one had begun, in words, or an empty text
        record Begun(int statements, int of, String left) implements Rest {}

        /// It runs in batches: those before the failed one stayed.
        ///
        /// @param rows how many they changed
        record Batches(long rows) implements Rest {}

        /// It ran on a scratch database.
        record Dropped() implements Rest {}

        default String text(String label) {
            return switch (this) {
                case Dropped() -> "%s ran on a scratch database, which was dropped".formatted(label);
                case RolledBack() -> "%s was rolled back".formatted(label);
                case Batches(long rows) ->
                    "of %s, which runs in batches, %d rows stayed changed".formatted(label, rows);
                case Begun(int statements, int of, String left) ->
                    "of %s, which runs without a transaction, %d of %d statements stayed applied%s"
                            .formatted(label, statements, of, left.isEmpty() ? "" : "; " + left);
            };
        }
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.SCRIPT_FAILED;
    }

    @Override
    public String message() {
        String where =
                place == null ? "at its commit" : "at line %d, column %d".formatted(place.line(), place.column());
        return "script \"%s\" failed %s: %s".formatted(script, where, error.message());
    }

    @Override
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        if (place != null) {
            String number = Integer.toString(place.line());
            String margin = " ".repeat(number.length());
            lines.add("%s--> %s:%d:%d".formatted(margin, place.origin(), place.line(), place.column()));
            lines.add("%s | %s".formatted(number, place.text()));
            lines.add("%s | %s".formatted(margin, place.caretLine()));
        }
        addNamed(lines, "sqlstate", error.sqlState());
        addNamed(lines, "detail", error.detail());
        addNamed(lines, "hint", error.hint());
        addNamed(lines, "context", error.context());
        error.waiting().blockers().forEach(blocker -> addNamed(lines, "blocker", blocker.toString()));
        error.waiting().besides().forEach(line -> addNamed(lines, "locks", line));
        return lines;
    }

    private static void addNamed(List<String> lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.add(name + ": " + text.replace("\n", "\n" + " ".repeat(name.length() + 2)));
        }
    }

    @Override
    public String state() {
        return progressed.text() + "; " + rest.text(label);
    }

    @Override
    public String help() {
        if (error.isLockTimeout()) {
            return "run %s when the table is less busy, or let it be tried longer with --lock-budget"
                    .formatted(again());
        }
        if (error.isUnsafeEnumValue()) {
            return "%s; see %s".formatted(Hazard.ENUM_VALUE_IN_USE.remedy(), Hazard.ENUM_VALUE_IN_USE.page());
        }
        String first = rest instanceof Rest.Dropped ? ScriptHelp.ofProof(error) : "";
        if (first.isEmpty()) {
            first = ScriptHelp.of(error, script, rest instanceof Rest.Begun);
        }
        if (!first.isEmpty()) {
            return first + ", and run " + again();
        }
        return switch (rest) {
            case Rest.Batches(long _) ->
                "%s, and run %s: it goes on after the last batch"
                        .formatted(
                                progressed.direction() == Direction.UP
                                        ? "mend the rows, or correct the script"
                                        : "mend the rows",
                                again());
            case Rest.RolledBack(), Rest.Dropped() -> "correct the script and run " + again();
            case Rest.Begun(int statements, int _, String _) ->
                statements == 0
                        ? "correct the script and run " + again()
                        : "correct the statement that failed, leave those before it as they are, and run %s: "
                                        .formatted(again())
                                + "it goes on from there";
        };
    }

    private String again() {
        return "`%s` again".formatted(progressed.command());
    }
}
