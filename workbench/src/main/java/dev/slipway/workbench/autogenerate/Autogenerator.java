package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.postgres.catalog.AlembicVersions;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.runner.postgres.scratch.SqlTrials;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.ModelRefused;
import dev.slipway.workbench.table.ModelTables;
import dev.slipway.workbench.table.ScriptRows;
import dev.slipway.workbench.table.TableDefinition;
import dev.slipway.workbench.table.TableReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Compares what the scripts give with what the entities ask for, on two scratch databases.
public final class Autogenerator implements AutoCloseable {
    private final AutogenerateRequest request;
    private final ScratchDatabase standing;
    private final ScratchDatabase model;
    private final TargetSchema wanted;
    private final List<String> leftOut;

    private Autogenerator(
            AutogenerateRequest request,
            ScratchDatabase standing,
            ScratchDatabase model,
            TargetSchema wanted,
            List<String> leftOut) {
        this.request = request;
        this.standing = standing;
        this.model = model;
        this.wanted = wanted;
        this.leftOut = leftOut;
    }

    /// Brings one database to the revision, and another to what the entities ask for.
    ///
    /// @throws SlipwayException if a script fails, or PostgreSQL refuses what an entity asks for
    public static Autogenerator start(ScratchServer server, AutogenerateRequest request) {
        ScratchDatabase standing = server.create();
        request.ground().run(standing);
        DatabaseCall.run("delete the rows of scripts", () -> ScriptRows.delete(standing.session()));
        ScratchDatabase model = standing.copy();
        List<EntityTable> all = entities(standing, request);
        MappedViews views =
                new MappedViews(DatabaseCall.query("list the views", () -> SqlTrials.views(standing.session())));
        List<EntityTable> entities = views.tables(all);
        TargetSchema wanted = new TargetSchema(entities, made(model, entities, leftOut(request)));
        return new Autogenerator(request, standing, model, wanted, views.texts(all));
    }

    /// What differs, and nothing is written.
    public List<ModelDifference> differences() {
        Set<String> sequences = DatabaseCall.query("list the sequences", () -> SqlTrials.sequences(standing.session()));
        return FormerEnums.in(request.ground().graph().scripts())
                .marked(ModelComparison.differences(wanted, now(), sequences, request.kept()));
    }

    /// What would make the difference go away.
    ///
    /// @param ask whether a renaming that nobody spoke of is meant; empty if nobody can be asked
    /// @throws SlipwayException with `RenamesOpen` if somebody has to be asked
    public Proposal propose(Function<RenameCandidate, Optional<Boolean>> ask) {
        SqlStyle sql = style();
        List<ScriptPart> parts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        request.renames().forEach(rename -> rename(rename, sql, parts, texts));
        List<ModelDifference> differences = renamed(ask, sql, parts, texts);
        new DroppedObjects(request.drops()).check(differences);
        ExistingSchema there = there();
        List<ModelDifference> wanted = wanted(differences);
        wanted.forEach(difference -> texts.add(difference.text()));
        new PrimaryKeySql(sql, there).check(wanted);
        List<Finding> findings = findings(differences);
        parts.addAll(new ScriptParts(sql, costly(wanted), there, this.wanted.words()).of(wanted));
        return new DraftTrial(standing, request, parts)
                .proposal(texts, stays(differences), findings, () -> wanted(differences()));
    }

    /// The differences that are left when all is renamed that is meant.
    private List<ModelDifference> renamed(
            Function<RenameCandidate, Optional<Boolean>> ask,
            SqlStyle sql,
            List<ScriptPart> parts,
            List<String> texts) {
        List<ModelDifference> differences = differences();
        List<RenameCandidate> open = new ArrayList<>();
        for (RenameCandidate candidate : candidates(differences)) {
            if (!candidates(differences).contains(candidate)) {
                continue;
            }
            Optional<Boolean> meant = ask.apply(candidate);
            if (meant.isEmpty()) {
                open.add(candidate);
            } else if (meant.get()) {
                rename(candidate.rename(), sql, parts, texts);
                differences = differences();
            }
        }
        if (!open.isEmpty()) {
            throw new SlipwayException(new RenamesOpen(open));
        }
        return differences;
    }

    private SqlStyle style() {
        return new SqlStyle(
                DatabaseCall.query("list the keywords", () -> SqlTrials.keywords(standing.session())),
                request.together());
    }

    private List<ModelDifference> wanted(List<ModelDifference> differences) {
        return differences.stream().filter(this::isAskedFor).toList();
    }

    private List<RenameCandidate> candidates(List<ModelDifference> differences) {
        return new RenameCandidates(differences, this::converts)
                .all().stream()
                        .filter(candidate ->
                                !request.drops().contains(candidate.rename().label()))
                        .toList();
    }

    private boolean converts(String from, String to) {
        return DatabaseCall.query("try a conversion", () -> SqlTrials.converts(standing.session(), from, to));
    }

    private boolean isAskedFor(ModelDifference difference) {
        return !(difference instanceof ModelDifference.Surplus surplus)
                || surplus instanceof LostClause.FormerEnum
                || request.drops().contains(surplus.label());
    }

    private List<String> stays(List<ModelDifference> differences) {
        List<String> lines = new ArrayList<>(leftOut);
        lines.addAll(ModelFindings.stay(differences.stream()
                .filter(ModelDifference.Surplus.class::isInstance)
                .map(ModelDifference.Surplus.class::cast)
                .filter(surplus -> !isAskedFor(surplus) && !(surplus instanceof LostClause.Hindering))
                .toList()));
        return lines;
    }

    private List<Finding> findings(List<ModelDifference> differences) {
        List<Finding> findings = new ArrayList<>();
        for (ModelDifference difference : differences) {
            if (difference instanceof LostClause.Hindering hindering && !isAskedFor(hindering)) {
                findings.add(hindering.finding());
            }
        }
        return findings;
    }

    private void rename(ObjectRename asked, SqlStyle sql, List<ScriptPart> parts, List<String> texts) {
        boolean ofTable = ModelComparison.find(now(), asked.table()).isEmpty();
        ObjectRename rename = ofTable ? asked.ofTable() : asked;
        TableDefinition table = ModelComparison.find(now(), rename.table())
                .filter(each ->
                        rename.column() == null || each.column(rename.column()).isPresent())
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "--rename %s: there is no %s".formatted(rename.text(), rename.what()),
                        "name it as it is after revision "
                                + Version.list(request.ground().graph().heads()))));
        ScriptPart part = rename.part(table, sql);
        DraftTrial.run(standing.session(), part.up());
        parts.add(part);
        texts.add("%s is to be %s".formatted(rename.what(), rename.to()));
    }

    /// The defaults that PostgreSQL would compute for each row that is there.
    private Set<String> costly(List<ModelDifference> differences) {
        Set<String> costly = new HashSet<>();
        for (ModelDifference difference : differences) {
            if (difference instanceof ModelDifference.NewColumn wantedColumn) {
                TableDefinition.Column column = wantedColumn.column();
                String value = column.defaultValue();
                if (value != null
                        && !DatabaseCall.query(
                                "try a default",
                                () -> SqlTrials.isComputedOnce(model.session(), column.type(), value))) {
                    costly.add(value);
                }
            }
        }
        return costly;
    }

    private ExistingSchema there() {
        return DatabaseCall.query(
                "list schemas and sequences",
                () -> new ExistingSchema(
                        now(),
                        SqlTrials.schemas(standing.session()),
                        SqlTrials.sequences(standing.session()),
                        SqlTrials.counters(standing.session()),
                        standing.session().connection().getMetaData().getDatabaseMajorVersion()));
    }

    private static List<EntityTable> entities(ScratchDatabase standing, AutogenerateRequest request) {
        String current = DatabaseCall.query("find the schema", () -> SqlTrials.currentSchema(standing.session()));
        return request.entities().stream().map(entity -> entity.within(current)).toList();
    }

    private static List<TableDefinition> made(ScratchDatabase model, List<EntityTable> entities, List<String> leftOut) {
        try {
            return DatabaseCall.trying("make the tables of the entities", () -> {
                ModelTables.make(model.session(), entities);
                return TableReader.read(model.session(), schemas(entities), leftOut);
            });
        } catch (ModelRefused e) {
            throw new SlipwayException(new EntityRefused(e.origin(), e.sql(), e.error()), e);
        }
    }

    private List<TableDefinition> now() {
        return DatabaseCall.query(
                "read the tables",
                () -> TableReader.read(standing.session(), schemas(wanted.entities()), leftOut(request)));
    }

    /// Where the entities have tables; what others keep elsewhere is theirs.
    private static Set<String> schemas(List<EntityTable> entities) {
        Set<String> schemas = new HashSet<>();
        entities.forEach(entity -> schemas.add(entity.schema()));
        return schemas;
    }

    private static List<String> leftOut(AutogenerateRequest request) {
        return List.of(AlembicVersions.TABLE, request.ground().historyTable());
    }

    @Override
    public void close() {
        model.close();
        standing.close();
    }
}
