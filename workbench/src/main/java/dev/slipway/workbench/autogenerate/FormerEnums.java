package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.regex.Pattern;

/// Tells the checks that stand only because a column once held an enum from those that somebody wrote for a text.
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
                                && (isOfEnum(lost.check().name(), lost) || isInTheWay(lost, differences))
                        ? new LostClause.FormerEnum(lost.in(), lost.check())
                        : difference)
                .toList();
    }

    /// Whether it was written for an enum, in the words of `EnumCheckSql`.
    private boolean isOfEnum(String name, LostClause.LostCheck lost) {
        return NameCheck.values(lost.check())
                .map(values -> Pattern.compile("constraint \"?%s\"? check \\([^\\n]+ in \\(%s\\)\\)"
                        .formatted(Pattern.quote(name), Pattern.quote(SqlStyle.literals(values)))))
                .filter(written ->
                        texts.stream().anyMatch(text -> written.matcher(text).find()))
                .isPresent();
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
