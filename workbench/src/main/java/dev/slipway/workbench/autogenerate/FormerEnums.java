package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells the checks that go with an enum which the model no longer has: those that a script marks as written for an
/// enum (`SqlStyle.ofEnum`), and those that stand in the way of the type that the column gets. Any other may be one
/// that somebody wrote for a text.
///
/// @param texts the scripts that made them
record FormerEnums(List<String> texts) {
    FormerEnums {
        texts = List.copyOf(texts);
    }

    static FormerEnums in(ScriptSet scripts) {
        return new FormerEnums(scripts.all()
                .filter(script -> !(script instanceof Script.Repeatable))
                .map(script -> script.file().text())
                .toList());
    }

    /// What no entity knows of, with what goes by itself.
    List<ModelDifference> marked(List<ModelDifference> differences) {
        return differences.stream()
                .map(difference -> difference instanceof LostClause.LostCheck lost
                                && (isOfEnum(lost) || isInTheWay(lost, differences))
                        ? new LostClause.FormerEnum(lost)
                        : difference)
                .toList();
    }

    private boolean isOfEnum(LostClause.LostCheck lost) {
        Optional<Pattern> written = NameCheck.values(lost.check())
                .map(values -> Pattern.compile("constraint \"?%s\"? check \\([^\\n]+ in \\(%s\\)\\) /\\* enum \\*/"
                        .formatted(Pattern.quote(lost.check().name()), Pattern.quote(SqlStyle.literals(values)))));
        return written.isPresent()
                && texts.stream().anyMatch(text -> written.get().matcher(text).find());
    }

    /// A column of numbers holds no names.
    private static boolean isInTheWay(LostClause.LostCheck lost, List<ModelDifference> differences) {
        return lost.isOfValues()
                && differences.stream()
                        .anyMatch(difference -> difference instanceof ModelDifference.OtherType other
                                && other.in().equals(lost.in())
                                && lost.check()
                                        .columns()
                                        .equals(List.of(other.now().name()))
                                && !TypeText.isText(other.wanted().type()));
    }
}
