package dev.slipway.workbench.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The type of a column below its domains.
///
/// @param name as it stands in a cast: `character varying(64)`
/// @param plain without anything: `varchar`
/// @param kind `typtype` of the catalog
/// @param category `typcategory` of the catalog
/// @param modifier `atttypmod`, -1 if there is none
/// @param element the plain name of the elements of an array, or null
/// @param labels of an enum
/// @param fields how many a composite type has
/// @param keys that a JSON document has to have
record RowColumnType(
        String name,
        String plain,
        String kind,
        String category,
        int modifier,
        @Nullable String element,
        List<String> labels,
        int fields,
        List<String> keys) {
    RowColumnType {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
    }

    boolean isText() {
        return category.equals("S");
    }

    boolean isLogical() {
        return category.equals("B");
    }

    boolean isNumber() {
        return category.equals("N");
    }

    /// The same of shorter texts.
    RowColumnType ofLength(int length) {
        return new RowColumnType(name, plain, kind, category, length + Integer.BYTES, element, labels, fields, keys);
    }

    /// How long a text may be, or -1 for any length.
    int length() {
        return isText() && modifier > 0 ? modifier - Integer.BYTES : -1;
    }
}
