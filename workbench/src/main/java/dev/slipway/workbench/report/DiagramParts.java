package dev.slipway.workbench.report;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a schema what a diagram draws, each with the text that stands in it.
final class DiagramParts {
    private static final String NAME = "(?:\"[^\"]*(?:\"\"[^\"]*)*\"|[^\",()])+";
    private static final String NAMES = "\\((%1$s(?:,%1$s)*)\\)".formatted(NAME);

    /// As `pg_get_constraintdef` writes them.
    private static final Pattern PRIMARY_KEY = Pattern.compile("PRIMARY KEY " + NAMES + ".*", Pattern.DOTALL);

    private static final Pattern FOREIGN_KEY =
            Pattern.compile("FOREIGN KEY %s REFERENCES (%s)\\(.*".formatted(NAMES, NAME), Pattern.DOTALL);
    private static final Pattern ONE_NAME = Pattern.compile(NAME);
    private static final Pattern LAST_NAME = Pattern.compile("\\.(\"[^\"]*(?:\"\"[^\"]*)*\"|[^\".]*)$");

    private final SortedMap<DiagramPart, String> parts = new TreeMap<>();

    private DiagramParts() {}

    static SortedMap<DiagramPart, String> of(Schema schema) {
        DiagramParts found = new DiagramParts();
        schema.objects().values().forEach(found::add);
        schema.objects().values().forEach(found::mark);
        return found.parts;
    }

    private void add(SchemaObject object) {
        String name = object.key().name();
        if (object.key().kind() == ObjectKind.TABLE) {
            parts.put(new DiagramPart(DiagramPart.Kind.TABLE, name, ""), "");
        } else if (object.key().kind() == ObjectKind.COLUMN) {
            column(name).ifPresent(part -> parts.put(part, object.definition().replaceAll("\\s+", " ")));
        }
    }

    /// A view has columns as well, and is no table.
    private Optional<DiagramPart> column(String name) {
        Matcher last = LAST_NAME.matcher(name);
        return last.find() ? column(name.substring(0, last.start()), last.group(1)) : Optional.empty();
    }

    private Optional<DiagramPart> column(String table, String column) {
        return parts.containsKey(new DiagramPart(DiagramPart.Kind.TABLE, table, ""))
                ? Optional.of(new DiagramPart(DiagramPart.Kind.COLUMN, table, column))
                : Optional.empty();
    }

    private void mark(SchemaObject object) {
        Matcher last = LAST_NAME.matcher(object.key().name());
        if (object.key().kind() != ObjectKind.CONSTRAINT || !last.find()) {
            return;
        }
        String table = object.key().name().substring(0, last.start());
        Matcher primary = PRIMARY_KEY.matcher(object.definition());
        Matcher foreign = FOREIGN_KEY.matcher(object.definition());
        if (primary.matches()) {
            names(primary.group(1)).forEach(name -> mark(table, name, "PK"));
        } else if (foreign.matches()) {
            names(foreign.group(1)).forEach(name -> mark(table, name, "FK"));
            parts.merge(
                    new DiagramPart(DiagramPart.Kind.REFERENCE, table, foreign.group(2)),
                    object.definition(),
                    (one, other) -> one + "; " + other);
        }
    }

    /// Before the definition, which may be too long for the diagram.
    private void mark(String table, String name, String key) {
        column(table, name).ifPresent(part -> parts.computeIfPresent(part, (_, text) -> key + " " + text));
    }

    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        ONE_NAME.matcher(list).results().forEach(name -> names.add(name.group().strip()));
        return names;
    }
}
