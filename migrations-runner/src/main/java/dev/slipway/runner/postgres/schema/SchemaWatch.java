package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A schema while a run changes it: read in full at first, and after each step only as far as the step can have changed
/// it. Everything is read again when anything got another name, since that can stand in any definition.
///
/// Changes that other sessions make meanwhile are seen late or never.
public final class SchemaWatch {
    /// `invalid_sql_statement_name`.
    private static final String NOT_PREPARED = "26000";

    private final Session session;
    private final CatalogReading reading;
    private final StepReading steps;
    private final Map<ObjectPlace, List<SchemaObject>> objects = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private Seen seen;

    private SchemaWatch(Session session, SchemaScope scope) throws SQLException {
        this.session = session;
        ScopeQueries queries = ScopeQueries.of(session.connection(), scope);
        this.reading = new CatalogReading(queries);
        this.steps = new StepReading(queries, session.majorVersion());
        this.seen = NeutralSettings.during(session.connection(), this::first);
        // what takes long is done before there are locks: the server plans what reads each step
        steps.touched(read -> read);
    }

    /// What was read last.
    ///
    /// @param places whose objects were read; all of them if it is everything
    private record Seen(
            boolean everything,
            Set<ObjectPlace> places,
            Map<ObjectPlace, List<SchemaObject>> objects,
            Map<String, String> names) {

        Stream<SchemaObject> all() {
            return objects.values().stream().flatMap(Collection::stream);
        }
    }

    public static SchemaWatch start(Session session, SchemaScope scope) throws SQLException {
        SchemaWatch watch = new SchemaWatch(session, scope);
        watch.accept();
        return watch;
    }

    /// The schema as it was accepted last.
    public Schema schema() {
        return Schema.of(objects.values().stream().flatMap(Collection::stream).toList());
    }

    /// What has changed since the schema was accepted last. In a transaction this is cheap; outside, where nobody knows
    /// what has changed, everything is read.
    public List<Change> changes() throws SQLException {
        if (session.connection().getAutoCommit()) {
            return committedChanges();
        }
        seen = changed();
        return difference();
    }

    /// The same when not all of it was changed in the open transaction.
    public List<Change> committedChanges() throws SQLException {
        seen = NeutralSettings.during(session.connection(), this::all);
        return difference();
    }

    private List<Change> difference() {
        Stream<SchemaObject> before = seen.everything()
                ? objects.values().stream().flatMap(Collection::stream)
                : seen.places().stream().flatMap(place -> objects.getOrDefault(place, List.of()).stream());
        return Schema.of(before.toList()).changesTo(Schema.of(seen.all().toList()));
    }

    /// Whether `changes` had to read everything the last time.
    boolean readEverything() {
        return seen.everything();
    }

    /// Makes what `changes` has seen last the schema that later changes are told against.
    public void accept() {
        if (seen.everything()) {
            objects.clear();
        } else {
            objects.keySet().removeAll(seen.places());
        }
        objects.putAll(seen.objects());
        names.putAll(seen.names());
    }

    private Seen changed() throws SQLException {
        TouchedObjects read = touched();
        return mayBeAnything(read)
                ? NeutralSettings.during(session.connection(), this::all)
                : new Seen(false, read.places(), read.objects(), read.names());
    }

    /// Scripts can let go of what is prepared, with DISCARD ALL or DEALLOCATE.
    private TouchedObjects touched() throws SQLException {
        try {
            return steps.touched(this::whole);
        } catch (SQLException e) {
            if (!NOT_PREPARED.equals(e.getSQLState())) {
                throw e;
            }
            NeutralSettings.during(session.connection(), steps::prepare);
            return steps.touched(this::whole);
        }
    }

    private TouchedObjects whole(TouchedObjects read) throws SQLException {
        return mayBeAnything(read)
                ? read
                : steps.whole(read, formerOwners(read.touched().relations()));
    }

    private boolean mayBeAnything(TouchedObjects read) {
        return read.touched().isAnything() || isRenamed(read.names());
    }

    private Seen first() throws SQLException {
        steps.prepare();
        return all();
    }

    private Seen all() throws SQLException {
        return new Seen(true, Set.of(), reading.objects(), reading.names());
    }

    /// The tables of sequences that may be gone.
    private Set<Long> formerOwners(Set<Long> sequences) {
        Set<Long> owners = new HashSet<>();
        for (long sequence : sequences) {
            String owner = names.get("owner of " + sequence);
            if (owner != null) {
                owners.add(Long.parseLong(owner.substring(0, owner.indexOf(' '))));
            }
        }
        return owners;
    }

    private boolean isRenamed(Map<String, String> current) {
        return current.entrySet().stream()
                .anyMatch(entry ->
                        !names.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()));
    }
}
