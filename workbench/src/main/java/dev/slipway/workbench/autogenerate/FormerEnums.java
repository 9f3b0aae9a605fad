package dev.slipway.workbench.autogenerate;

import java.util.List;

/// Tells the checks that stand in the way of the type that a column gets, since it held an enum before. In a column
/// that goes on holding texts nobody can tell such a check from one that somebody wrote for a text.
final class FormerEnums {
    private FormerEnums() {}

    /// What no entity knows of, with what goes by itself.
    static List<ModelDifference> marked(List<ModelDifference> differences) {
        return differences.stream()
                .map(difference -> difference instanceof LostClause.LostCheck lost && isInTheWay(lost, differences)
                        ? new LostClause.FormerEnum(lost)
                        : difference)
                .toList();
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
