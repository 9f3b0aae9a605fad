package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.postgres.sql.CatalogQueries.Call;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a step touched, under `NeutralSettings`. Most steps touch plain relations alone: one query reads these.
/// What else there is has queries of its own, which the server plans when a step first needs them.
final class StepReading {
    private static final int FORGETS_AT_WILL = 15;
    private static final String MANY_ROWS = planning("on");
    private static final String STEP = "step";
    private static final String NAMES = "names";

    /// What any relation can have.
    private static final PreparedParts RELATIONS = PreparedParts.of(part -> part.isOfRelations() && part.isCommon());

    /// The same of plain ones, which no sequence is that stands alone.
    private static final PreparedParts PLAIN =
            PreparedParts.of(part -> RELATIONS.parts().contains(part) && part != CatalogPart.SEQUENCES);

    /// What few relations have.
    private static final PreparedParts RELATED = PreparedParts.of(part -> part.isOfRelations() && !part.isCommon());

    /// What belongs to no relation.
    private static final List<PreparedParts> OTHERS = PreparedParts.byCatalogs();

    private final ScopeQueries scoped;
    private final List<String> settings;

    /// The texts of those that were needed, by their names.
    private final Map<String, Supplier<String>> needed = new LinkedHashMap<>();

    private final Set<String> ready = new HashSet<>();

    /// @param version of the server, the major one
    StepReading(ScopeQueries scoped, int version) {
        this.scoped = scoped;
        needed.put(STEP, () -> scoped.sql().step(PLAIN.parts()));
        // the server plans what reads a few relations, however many there will be
        settings = new ArrayList<>(List.of(planning("off")));
        if (version >= FORGETS_AT_WILL) {
            // at the end of the transaction it forgets what it counted
            settings.add("select pg_stat_force_next_flush()");
        }
    }

    /// Prepares what has been needed so far, anew where a script has let go of it.
    ///
    /// @return their names
    Set<String> prepare() throws SQLException {
        scoped.prepare(needed);
        ready.addAll(needed.keySet());
        return ready;
    }

    /// What is read further of a step.
    @FunctionalInterface
    interface Further {
        TouchedObjects of(TouchedObjects read) throws SQLException;
    }

    /// What the open transaction touched.
    TouchedObjects touched(Further further) throws SQLException {
        TouchedObjects.Rows rows = new TouchedObjects.Rows(scoped.scope());
        return NeutralSettings.during(
                scoped.queries().connection(),
                settings,
                List.of(scoped.call(STEP, Set.of(), rows)),
                () -> further.of(rows.objects()));
    }

    /// The same with all else that the transaction touched.
    ///
    /// @param more relations that changed with those it has locked
    TouchedObjects whole(TouchedObjects first, Set<Long> more) throws SQLException {
        Touched touched = first.touched().with(more);
        List<PreparedParts> read = parts(touched);
        TouchedObjects whole = first.of(touched, read);
        Map<String, Call> calls = new LinkedHashMap<>();
        ObjectRows objects = new ObjectRows(scoped.scope(), whole.objects());
        for (PreparedParts parts : read) {
            needed.put(parts.name(), () -> scoped.sql().objects(parts.parts()));
            calls.put(parts.name(), scoped.call(parts.name(), touched.relations(), objects));
        }
        if (touched.isWrittenTo(SchemaSql.NAMED)) {
            needed.put(NAMES, scoped.sql()::names);
            calls.put(NAMES, scoped.call(NAMES, Set.of(), whole::addName));
        }
        execute(calls);
        return whole;
    }

    private List<PreparedParts> parts(Touched touched) {
        List<PreparedParts> read = new ArrayList<>();
        if (!touched.plain()) {
            read.add(RELATIONS);
        }
        if (touched.related()) {
            read.add(RELATED);
        }
        OTHERS.stream()
                .filter(parts -> parts.isIn(scoped.scope()) && touched.isWrittenTo(parts.catalogs()))
                .forEach(read::add);
        return read;
    }

    private void execute(Map<String, Call> calls) throws SQLException {
        if (calls.isEmpty()) {
            return;
        }
        if (!ready.containsAll(calls.keySet())) {
            prepare();
        }
        scoped.queries().execute(List.of(MANY_ROWS), List.copyOf(calls.values()));
    }

    private static String planning(String all) {
        return Stream.of("seqscan", "hashjoin", "mergejoin")
                .map(way -> "set_config('enable_%s', '%s', true)".formatted(way, all))
                .collect(Collectors.joining(", ", "select ", ""));
    }
}
