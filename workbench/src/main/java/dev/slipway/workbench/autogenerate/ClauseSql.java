package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes what brings a column to what its definition says.
record ClauseSql(SqlStyle sql, ExistingSchema standing, ColumnSql columns, KeySql keys) {
    /// Source: the release notes of PostgreSQL 17.
    private static final int SETS_EXPRESSIONS = 17;

    private static final String REWRITTEN =
            "Every row is written anew, and nobody can use the table meanwhile. On a table with many rows, do it when";

    List<ScriptPart> of(ClauseDifference difference) {
        return switch (difference) {
            case ClauseDifference.OtherCollation other -> List.of(collate(other.in(), other.now(), other.wanted()));
            case ClauseDifference.OtherExpression other -> List.of(compute(other));
            case ClauseDifference.OtherCounting other -> List.of(count(other));
            case ClauseDifference.NewCheck wanted -> add(wanted);
            case ClauseDifference.OtherCheck other ->
                keys.replaced(
                        other.in(),
                        other.now().name(),
                        constraint(other.now().name(), other.wanted().text()),
                        other.now().definition());
            case ClauseDifference.OtherForeignKey other -> refer(other);
        };
    }

    /// What is to go because somebody said so.
    ScriptPart of(LostClause lost) {
        return switch (lost) {
            case LostClause.LostDefault of -> columns.drop(of);
            case LostClause.LostCounting of -> countNoMore(of.in(), of.column());
            case LostClause.CountedNull of -> {
                ScriptPart counting = countNoMore(of.in(), of.now());
                ScriptPart nulls = columns.allowNulls(of.in(), of.now());
                yield new ScriptPart(
                        counting.phase(),
                        counting.table(),
                        List.of(),
                        joined(counting.up(), nulls.up()),
                        joined(nulls.down(), counting.down()),
                        false);
            }
            case LostClause.LostCollation of ->
                collate(of.in(), of.column(), of.column().collated(""));
            case LostClause.LostExpression of ->
                new ScriptPart(
                        ScriptPhase.EXPAND,
                        of.in().label(),
                        List.of(),
                        List.of(sql.alter(
                                of.in(),
                                "alter column %s drop expression"
                                        .formatted(sql.of(of.column().name())))),
                        List.of(again(of.in(), of.column())),
                        false);
            case LostClause.Uncomputed of ->
                new ScriptPart(
                        ScriptPhase.CONTRACT,
                        of.in().label(),
                        List.of(),
                        List.of(again(of.in(), of.wanted())),
                        List.of(),
                        false);
            case LostClause.LostCheck of ->
                drop(of.in(), of.check().name(), of.check().definition());
            case LostClause.FormerEnum of ->
                of(of.lost()).stoppingAt("anything but " + of.lost().values());
            case LostClause.SpareForeignKey of -> keys.drop(new ModelDifference.LostForeignKey(of.in(), of.key()));
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /// Older services leave the column out when they write a row.
    private ScriptPart countNoMore(TableDefinition table, TableDefinition.Column column) {
        ScriptPart back = new SequenceSql(sql, standing).count(new ModelDifference.NotCounted(table, column));
        return new ScriptPart(ScriptPhase.CONTRACT, table.label(), List.of(), back.down(), back.up(), false);
    }

    private ScriptPart drop(TableDefinition table, String name, String definition) {
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label(),
                List.of(),
                List.of(sql.alter(table, "drop constraint " + sql.of(name))),
                keys.again(table, sql.of(name), definition),
                false);
    }

    private List<ScriptPart> add(ClauseDifference.NewCheck difference) {
        TableDefinition table = difference.in();
        String name = standing.free(table, difference.check().name());
        return keys.guarded(
                table,
                name,
                constraint(name, difference.check().text()),
                keys.phase(table, difference.check().columns(), ScriptPhase.GUARD));
    }

    private String constraint(String name, String text) {
        return "constraint %s %s".formatted(sql.of(name), text);
    }

    /// A partitioned table can have no foreign key that is not valid yet before PostgreSQL 18.
    private List<ScriptPart> refer(ClauseDifference.OtherForeignKey difference) {
        TableDefinition table = difference.in();
        String name = difference.now().name();
        String reference = constraint(
                name,
                NewTableSql.reference(sql, difference.wanted())
                        + difference.wanted().options());
        if (table.partitioned()) {
            String drop = sql.alter(table, "drop constraint " + sql.of(name));
            return List.of(new ScriptPart(
                    ScriptPhase.GUARD,
                    table.label(),
                    List.of(),
                    List.of(drop, sql.alter(table, "add " + reference)),
                    List.of(
                            drop,
                            sql.alter(
                                    table,
                                    "add " + constraint(name, difference.now().definition()))),
                    false));
        }
        // a key that did nothing of its own refused what it now does, so no older service relied on it
        ScriptPhase phase = difference.now().options().isEmpty() ? ScriptPhase.GUARD : ScriptPhase.REQUIRE;
        return keys.replaced(table, name, reference, difference.now().definition(), phase);
    }

    private ScriptPart collate(TableDefinition table, TableDefinition.Column from, TableDefinition.Column to) {
        TableDefinition.Column there = from.collated(to.collation());
        return new ScriptPart(
                ScriptPhase.EXPAND,
                table.label() + "." + from.name(),
                List.of(
                        "Indexes on %s are built anew, and nobody can use the table meanwhile. Where it has many rows,"
                                .formatted(from.name()),
                        "do it when nobody needs it."),
                List.of(retype(table, there)),
                List.of(retype(table, from)),
                false);
    }

    private String retype(TableDefinition table, TableDefinition.Column column) {
        return sql.alter(
                table,
                "alter column %s type %s%s"
                        .formatted(sql.of(column.name()), TypeText.of(column.type()), TypeSql.collate(column)));
    }

    private ScriptPart count(ClauseDifference.OtherCounting difference) {
        boolean always = difference.wanted().counted().equals("always");
        String action = "alter column %s set generated "
                .formatted(sql.of(difference.now().name()));
        return ScriptPart.of(
                always ? ScriptPhase.CONTRACT : ScriptPhase.EXPAND,
                difference.in().label(),
                sql.alter(difference.in(), action + difference.wanted().counted()),
                sql.alter(difference.in(), action + difference.now().counted()));
    }

    private ScriptPart compute(ClauseDifference.OtherExpression difference) {
        TableDefinition table = difference.in();
        TableDefinition.Column now = difference.now();
        TableDefinition.Column wanted = difference.wanted();
        boolean set = standing.version() >= SETS_EXPRESSIONS && isStored(now) == isStored(wanted);
        ScriptPart part = new ScriptPart(
                ScriptPhase.EXPAND,
                table.label() + "." + now.name(),
                List.of(),
                List.of(set ? set(table, wanted) : again(table, wanted)),
                List.of(set ? set(table, now) : again(table, now)),
                false);
        List<String> notes = new ArrayList<>();
        if (set) {
            notes.add("It takes PostgreSQL %d or newer.".formatted(SETS_EXPRESSIONS));
        }
        if (isStored(wanted)) {
            notes.addAll(List.of(REWRITTEN, "nobody needs it."));
        }
        return part.noting(notes.toArray(String[]::new));
    }

    static boolean isStored(TableDefinition.Column column) {
        return column.expression().endsWith(" stored");
    }

    static String[] rewritten() {
        return new String[] {REWRITTEN, "nobody needs it."};
    }

    private String set(TableDefinition table, TableDefinition.Column column) {
        return sql.alter(
                table,
                "alter column %s set expression as %s"
                        .formatted(
                                sql.of(column.name()), column.expression().replaceFirst(" (?:stored|virtual)$", "")));
    }

    private String again(TableDefinition table, TableDefinition.Column column) {
        return sql.alter(
                table,
                "drop column %s, add column %s".formatted(sql.of(column.name()), NewTableSql.column(sql, column)));
    }
}
