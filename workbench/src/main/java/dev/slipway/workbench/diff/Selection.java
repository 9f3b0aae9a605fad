package dev.slipway.workbench.diff;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgcodekeeper.core.model.difftree.DbObjType;
import org.pgcodekeeper.core.model.difftree.TreeElement;

/// Takes of the library's tree what belongs to certain objects. The library has the parts of a table in its element,
/// and names nothing in quotes but functions.
final class Selection implements Predicate<TreeElement> {
    /// A comment names first what kind of object it is on.
    private static final Pattern KIND_OF_COMMENTED = Pattern.compile("^(?:[a-z-]+ ){1,3}");

    private final List<SchemaDifference> differences;

    Selection(List<SchemaDifference> differences) {
        this.differences = differences;
    }

    @Override
    public boolean test(TreeElement element) {
        return element.getType() == DbObjType.DATABASE
                || differences.stream().anyMatch(difference -> belongs(element, difference));
    }

    private static boolean belongs(TreeElement element, SchemaDifference difference) {
        String own = unquoted(nameOf(element));
        String name = name(difference);
        if (element.getParent().getType() == DbObjType.DATABASE) {
            boolean extension = element.getType() == DbObjType.EXTENSION;
            return name.equals(own) && (!extension || difference.kind() == ObjectKind.EXTENSION);
        }
        return name.equals(own) || name.startsWith(own + ".") || owns(element, own, difference);
    }

    /// The index of a table lies in its schema.
    private static String nameOf(TreeElement element) {
        return element.getType() == DbObjType.INDEX
                ? element.getParent().getParent().getQualifiedName() + "." + element.getName()
                : element.getQualifiedName();
    }

    private static String name(SchemaDifference difference) {
        String name = unquoted(difference.name());
        return difference.kind() == ObjectKind.COMMENT
                ? KIND_OF_COMMENTED.matcher(name).replaceFirst("")
                : name;
    }

    /// The sequence of a serial column is told with the column.
    private static boolean owns(TreeElement element, String sequence, SchemaDifference difference) {
        return element.getType() == DbObjType.SEQUENCE
                && Stream.of(difference.proved(), difference.live())
                        .filter(Objects::nonNull)
                        .anyMatch(text -> unquoted(text).contains(" owns " + sequence));
    }

    private static String unquoted(String name) {
        return name.replace("\"", "");
    }
}
