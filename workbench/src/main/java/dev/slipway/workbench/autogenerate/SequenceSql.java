package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes what lets a column of a table with rows be counted up.
record SequenceSql(SqlStyle sql, ExistingSchema standing) {
    /// What is counted up begins after what is there.
    ScriptPart count(ModelDifference.NotCounted difference) {
        TableDefinition table = difference.in();
        String name = sql.of(difference.column().name());
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(
                        sql.alter(
                                table,
                                "alter column %s add generated %s as identity"
                                        .formatted(name, difference.column().counted())),
                        setval(
                                "pg_get_serial_sequence(%s, %s)"
                                        .formatted(
                                                SqlStyle.literal(sql.of(table)),
                                                SqlStyle.literal(
                                                        difference.column().name())),
                                table,
                                name)),
                List.of(sql.alter(table, "alter column %s drop identity".formatted(name))),
                false);
    }

    ScriptPart add(ModelDifference.NewSequence difference) {
        TableDefinition table = difference.in();
        String sequence = difference.sequence();
        Optional<String> counter = counter(difference);
        if (counter.isPresent()) {
            return rename(difference, counter.get());
        }
        List<String> up = new ArrayList<>(List.of("create sequence " + sequence));
        if (table.column(difference.column()).isPresent()) {
            up.add(setval(SqlStyle.literal(sequence), table, sql.of(difference.column())));
        }
        return new ScriptPart(
                ScriptPhase.CREATE, table.label(), List.of(), up, List.of("drop sequence " + sequence), false);
    }

    /// The sequence that becomes the one that is missing, since it counts the column up already.
    private Optional<String> counter(ModelDifference.NewSequence difference) {
        return standing.counter(difference.in(), difference.column())
                .filter(name -> QualifiedName.of(name).isBeside(QualifiedName.of(difference.sequence())));
    }

    /// Whether a default will be the one that is wanted because its sequence gets another name.
    boolean follows(ModelDifference.OtherDefault difference, List<ModelDifference> all) {
        return all.stream()
                .anyMatch(each -> each instanceof ModelDifference.NewSequence wanted
                        && wanted.in().label().equals(difference.in().label())
                        && wanted.column().equals(difference.now().name())
                        && counter(wanted).isPresent());
    }

    /// The column goes on with the same counter, so that services that rely on the column and those that ask the
    /// sequence never give the same number.
    private ScriptPart rename(ModelDifference.NewSequence difference, String counter) {
        TableDefinition table = difference.in();
        String sequence = difference.sequence();
        List<String> up = new ArrayList<>(List.of(rename(counter, sequence)));
        List<String> down = new ArrayList<>(List.of(rename(sequence, counter)));
        boolean always = table.column(difference.column()).stream()
                .anyMatch(column -> column.counted().equals("always"));
        if (always) {
            String generated = "alter column %s set generated ".formatted(sql.of(difference.column()));
            up.add(sql.alter(table, generated + "by default"));
            down.add(sql.alter(table, generated + "always"));
        }
        // the name of a sequence locks no table
        ScriptPhase phase = always ? ScriptPhase.EXPAND : ScriptPhase.CREATE;
        return new ScriptPart(phase, table.label(), List.of(), up, down, false);
    }

    private static String rename(String from, String to) {
        return "alter sequence %s rename to %s"
                .formatted(from, QualifiedName.of(to).name());
    }

    private String setval(String sequence, TableDefinition table, String column) {
        return "select setval(%s, coalesce((select max(%s) from %s), 0) + 1, false)"
                .formatted(sequence, column, sql.of(table));
    }
}
