package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.schema.SchemaWatch;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The schema of a scratch database. It is read in full, or, once it is watched, only as far as a transaction changed
/// it: what stands costs nothing then.
final class KnownSchema {
    private final Supplier<Session> session;
    private final SchemaScope scope;
    private final Predicate<SchemaObject.Key> given;

    /// Null as long as it is not read after something ran.
    private @Nullable Schema known;

    private @Nullable SchemaWatch watch;

    /// @param session the one in the database
    /// @param given what was there before any script
    KnownSchema(Supplier<Session> session, SchemaScope scope, Predicate<SchemaObject.Key> given) {
        this.session = session;
        this.scope = scope;
        this.given = given;
    }

    Schema read() {
        Schema read = known == null ? DatabaseCall.query("read the schema", this::readAgain) : known;
        known = read;
        return read;
    }

    private Schema readAgain() throws SQLException {
        SchemaWatch watching = watch;
        if (watching == null) {
            return own(SchemaReader.read(session.get(), scope));
        }
        watching.committedChanges();
        watching.accept();
        return own(watching.schema());
    }

    private Schema own(Schema all) {
        return all.without(notOwn());
    }

    private List<Change> own(List<Change> changes) {
        Predicate<SchemaObject.Key> notOwn = notOwn();
        return changes.stream().filter(change -> !notOwn.test(change.key())).toList();
    }

    /// What no script makes: what was given, and the schemas that were made with the history.
    private Predicate<SchemaObject.Key> notOwn() {
        Session now = session.get();
        Set<String> schemas = new HashSet<>(now.madeSchemas());
        now.defaultSchema().ifPresent(schemas::add);
        return given.or(key -> key.kind() == ObjectKind.SCHEMA
                && Namespace.of(key).filter(schemas::contains).isPresent());
    }

    /// Begins to watch it. That pays if more than one script runs in the session.
    void watch() {
        if (watch == null) {
            watch = DatabaseCall.query("read the schema", () -> SchemaWatch.start(session.get(), scope));
            known = own(watch.schema());
        }
    }

    /// How the open transaction has changed it, or nothing if it is not watched.
    List<Change> changes() throws SQLException {
        return watch == null ? List.of() : watch.changes();
    }

    /// The schema with what the open transaction has changed.
    Schema changed() {
        Schema before = read();
        return before.with(own(DatabaseCall.query("read the schema", this::changes)));
    }

    /// What a transaction that was watched has changed is committed.
    void commit(List<Change> changes) {
        if (watch == null || known == null) {
            known = null;
            return;
        }
        watch.accept();
        known = known.with(own(changes));
    }

    /// Something else ran.
    void forget() {
        known = null;
    }

    /// The session ends.
    void disconnect() {
        watch = null;
    }

    /// Takes over what is known of a database that this one is a copy of.
    void copy(KnownSchema other) {
        known = other.known;
    }
}
