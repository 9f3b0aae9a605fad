package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.manifest.ProofRequest;
import dev.slipway.runner.engine.upgrade.UpgradeRequest;
import dev.slipway.runner.engine.upgrade.Upgrader;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.EntityRefused;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.table.Table;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.table.ModelRefused;
import dev.slipway.runner.postgres.table.ModelTables;
import dev.slipway.runner.postgres.table.TableReader;
import dev.slipway.runner.postgres.table.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Compares what the scripts give with what the entities ask for, on two scratch databases.
public final class Autogenerator implements AutoCloseable {
    private static final List<String> OF_OTHERS = List.of("alembic_version");

    private final AutogenerateRequest request;
    private final ScratchDatabase standing;
    private final ScratchDatabase model;
    private final Wanted wanted;
    private final SqlNames names;

    /// Brings one database to the revision, and another to what the entities ask for.
    ///
    /// @throws SlipwayException if a script fails, or PostgreSQL refuses what an entity asks for
    public Autogenerator(ScratchServer server, AutogenerateRequest request) {
        this.request = request;
        this.standing = server.create();
        Upgrader.upgrade(
                standing.session(),
                new UpgradeRequest(
                        request.graph(),
                        request.target(),
                        request.historyTable(),
                        request.placeholders().apply(standing.session()),
                        Duration.ZERO,
                        Duration.ZERO,
                        false,
                        new ProofRequest(new ManifestFile(List.of()), false)),
                _ -> {});
        this.model = standing.copy();
        this.wanted = new Wanted(request.entities(), made());
        this.names = new SqlNames(DatabaseCall.query("list the keywords", () -> Trials.keywords(standing.session())));
    }

    /// What differs, and nothing is written.
    public List<Difference> differences() {
        return Comparison.differences(wanted, now(), request.kept());
    }

    /// What would make the difference go away.
    ///
    /// @param ask whether a renaming that nobody spoke of is meant
    public Proposal propose(Predicate<Rename> ask) {
        List<Part> parts = new ArrayList<>();
        request.renames().forEach(rename -> parts.add(renamed(rename)));
        List<Difference> differences = differences();
        List<Rename> open = new ArrayList<>();
        for (Rename candidate : Rename.candidates(differences)) {
            if (!Rename.candidates(differences).contains(candidate)) {
                continue;
            }
            if (ask.test(candidate)) {
                parts.add(renamed(candidate));
                differences = differences();
            } else {
                open.add(candidate);
            }
        }
        List<String> texts = new ArrayList<>();
        request.renames().forEach(rename -> texts.add("%s is to be %s".formatted(rename.what(), rename.to())));
        differences.forEach(difference -> texts.add(difference.text()));
        parts.addAll(parts(differences));
        List<Finding> findings = new ArrayList<>(open.stream().map(Findings::of).toList());
        differences.forEach(difference -> Findings.of(difference).ifPresent(findings::add));
        return new Trial(standing, request, parts).proposal(texts, findings, this::differences);
    }

    private Part renamed(Rename rename) {
        Table table = Comparison.find(now(), rename.table())
                .filter(each ->
                        rename.column() == null || each.column(rename.column()).isPresent())
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "--rename %s: there is no %s".formatted(rename.text(), rename.what()),
                        "name it as it is after revision "
                                + Version.list(request.graph().heads()))));
        Part part = rename.part(table, names);
        Trial.run(standing.session(), part.up());
        return part;
    }

    private List<Part> parts(List<Difference> differences) {
        Set<String> costly = new HashSet<>();
        for (Difference difference : differences) {
            if (difference instanceof Difference.NewColumn wantedColumn) {
                Table.Column column = wantedColumn.column();
                String value = column.defaultValue();
                if (value != null
                        && !DatabaseCall.query(
                                "try a default", () -> Trials.isComputedOnce(model.session(), column.type(), value))) {
                    costly.add(value);
                }
            }
        }
        Set<String> sequences = DatabaseCall.query("list the sequences", () -> Trials.sequences(standing.session()));
        return new Parts(names, costly, sequences).of(differences, now());
    }

    private List<Table> made() {
        try {
            return DatabaseCall.trying("make the tables of the entities", () -> {
                ModelTables.make(model.session(), request.entities());
                return TableReader.read(model.session(), schemas(), leftOut());
            });
        } catch (ModelRefused e) {
            throw new SlipwayException(new EntityRefused(e.origin(), e.sql(), e.error()), e);
        }
    }

    private List<Table> now() {
        return DatabaseCall.query("read the tables", () -> TableReader.read(standing.session(), schemas(), leftOut()));
    }

    /// Where the entities have tables; what others keep elsewhere is theirs.
    private Set<String> schemas() {
        Set<String> schemas = new HashSet<>();
        request.entities().forEach(entity -> schemas.add(entity.schema()));
        return schemas;
    }

    private List<String> leftOut() {
        List<String> names = new ArrayList<>(OF_OTHERS);
        names.add(request.historyTable());
        return names;
    }

    @Override
    public void close() {
        model.close();
        standing.close();
    }
}
