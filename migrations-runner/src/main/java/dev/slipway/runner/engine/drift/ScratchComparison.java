package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.scratch.Scratch;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaDiff;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.ScratchRoles;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What needs a scratch database that is where the live one is: to compare grants, and to write the SQL that mends.
final class ScratchComparison {
    private static final String TO = " to ";

    private final Session live;
    private final DriftRequest request;
    private final History history;
    private final UnmanagedObjects unmanaged;
    private final Progress progress;
    private final Optional<SchemaDiff> diff =
            ServiceLoader.load(SchemaDiff.class).findFirst();

    ScratchComparison(
            Session live, DriftRequest request, History history, UnmanagedObjects unmanaged, Progress progress) {
        this.live = live;
        this.request = request;
        this.history = history;
        this.unmanaged = unmanaged;
        this.progress = progress;
    }

    DriftResult completed(DriftResult result) {
        if (request.grants()) {
            return Scratch.lend(request.scratch(), progress, server -> completed(result, server));
        }
        if (result.differences().isEmpty()) {
            return result;
        }
        if (unmanaged.without(result.differences()).isEmpty()) {
            return result.mendedBy(null, unmanaged.remarks(result.differences()));
        }
        if (!history.begun().isEmpty()) {
            return result.unmended("a script is under way: run `upgrade`, which goes on from there, and ask again");
        }
        if (diff.isEmpty()) {
            return result.unmended("`./slipway drift` of a checkout also writes the SQL that mends it");
        }
        if (!Scratch.isPossible(request.scratch())) {
            return result.unmended("with --scratch-url the SQL that mends it is written as well");
        }
        try {
            return Scratch.lend(request.scratch(), progress, server -> completed(result, server));
        } catch (SlipwayException e) {
            return result.unmended(
                    "the SQL that mends it could not be written: " + e.failure().message());
        }
    }

    private DriftResult completed(DriftResult result, ScratchServer server) {
        try (ScratchDatabase database = server.create()) {
            Schema grants = request.grants() ? grants(live) : Schema.EMPTY;
            if (!request.scratch().isGiven()) {
                createRoles(grants, database.session());
            }
            new HistoryReplay(request, live, history).on(database.session());
            DriftResult found = request.grants() ? withGrants(result, grants, database.session()) : result;
            return diff.filter(writer -> !found.differences().isEmpty())
                    .map(writer -> new DriftRepair(writer, live, database.session(), unmanaged, request.scope(false))
                            .mended(found))
                    .orElse(found);
        }
    }

    /// On a server of our own, so that scripts have somebody to grant to.
    private static void createRoles(Schema grants, Session scratch) {
        Set<String> roles = grants.objects().keySet().stream()
                .map(key -> key.name().substring(key.name().lastIndexOf(TO) + TO.length()))
                .filter(role -> !role.equals("public"))
                .collect(Collectors.toCollection(TreeSet::new));
        DatabaseCall.run("create roles", () -> ScratchRoles.create(scratch, roles));
    }

    private DriftResult withGrants(DriftResult result, Schema found, Session scratch) {
        Schema wanted = grants(scratch);
        return result.with(wanted.objects().size(), SchemaDifference.between(wanted, found));
    }

    private Schema grants(Session session) {
        Schema all = DatabaseCall.query("read the schema", () -> SchemaReader.read(session, request.scope(true)));
        return Schema.of(all.objects().values().stream()
                .filter(object -> object.key().kind() == ObjectKind.GRANT)
                .toList());
    }
}
