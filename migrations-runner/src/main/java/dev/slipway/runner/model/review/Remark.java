package dev.slipway.runner.model.review;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.script.ScriptNote;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that is said about a line, a file, a database or the whole.
///
/// @param rule the code of a hazard, or what found it
/// @param where a file with its line, a file, a database, or an empty text
/// @param effect what comes of it, or an empty text
/// @param remedy what to do, or an empty text
public record Remark(Level level, String rule, String where, String what, String effect, String remedy) {
    /// How much it counts.
    public enum Level {
        ERROR,
        WARNING,
        NOTE
    }

    /// @param command that found it; a hazard has a code of its own
    public static Remark of(String command, Finding finding) {
        int colon = finding.what().indexOf(": ");
        String rule = colon > 0
                ? Hazard.of(finding.what().substring(0, colon))
                        .map(Hazard::code)
                        .orElse(command)
                : command;
        return new Remark(Level.ERROR, rule, finding.where(), finding.what(), finding.effect(), finding.remedy());
    }

    public static Remark of(String command, ScriptNote note) {
        return note(command, note.line() == 0 ? note.origin() : note.origin() + ":" + note.line(), note.what());
    }

    /// What is worth knowing, and needs nobody.
    public static Remark note(String rule, String where, String what) {
        return new Remark(Level.NOTE, rule, where, what, "", "");
    }

    /// All that it says, a line each.
    ///
    /// @param placed whether its place is shown beside it
    public String text(boolean placed) {
        String before = placed || where.isEmpty() ? "" : where + ": ";
        return Stream.of(before + what, named("effect", effect), named("remedy", remedy))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String named(String name, String text) {
        return text.isEmpty() ? "" : name + ": " + text;
    }

    Remark map(UnaryOperator<String> change) {
        return new Remark(
                level, rule, change.apply(where), change.apply(what), change.apply(effect), change.apply(remedy));
    }
}
