package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.revision.RevisionDraft;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.SqlTrials;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.diff.CatalogDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Tries what was written on the scratch database, and finds out what takes it back where that is not known.
record DraftTrial(ScratchDatabase database, AutogenerateRequest request, List<ScriptPart> parts) {
    DraftTrial {
        parts = List.copyOf(parts);
    }

    /// @param differences what is left when all was tried
    Proposal proposal(
            List<String> texts,
            List<String> stays,
            List<Finding> findings,
            Supplier<List<ModelDifference>> differences) {
        List<RevisionDrafts> all = RevisionDrafts.of(parts);
        List<String> backs = all.stream().map(this::tried).toList();
        List<RevisionDraft> drafts = request.together() && !all.isEmpty() ? together(all, backs) : apart(all, backs);
        List<Finding> found = new ArrayList<>(findings);
        differences.get().forEach(difference -> found.add(ModelFindings.left(difference)));
        return new Proposal(texts, stays, drafts, found);
    }

    private static List<RevisionDraft> apart(List<RevisionDrafts> all, List<String> backs) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).draft(all.get(i).words(all), backs.get(i)))
                .toList();
    }

    private static List<RevisionDraft> together(List<RevisionDrafts> all, List<String> backs) {
        DraftText text = IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).text(backs.get(i)))
                .reduce(DraftText::then)
                .orElseThrow();
        return List.of(new RevisionDraft(
                "",
                true,
                true,
                all.stream().anyMatch(each -> each.phase().isContract()),
                all.stream().anyMatch(RevisionDrafts::isOpen),
                text.file(),
                text.undoFile()));
    }

    /// Comes back with what takes it back, or with an empty text if that is known.
    private String tried(RevisionDrafts draft) {
        if (draft.phase() == ScriptPhase.RENAME) {
            return "";
        }
        if (!draft.isUnknownBack()) {
            run(draft);
            return "";
        }
        try (ScratchDatabase before = database.copy()) {
            run(draft);
            return difference(before);
        }
    }

    private String difference(ScratchDatabase before) {
        SchemaScope scope = SchemaScope.without(request.ground().historyTable());
        return DatabaseCall.query(
                "compare two schemas", () -> CatalogDiff.sql(database.session(), before.session(), scope));
    }

    private void run(RevisionDrafts draft) {
        run(database.session(), draft.statements());
    }

    /// @throws SlipwayException with `GeneratedRefused`
    static void run(Session session, List<String> statements) {
        try {
            SqlTrials.run(session, statements);
        } catch (TrialRefused e) {
            throw new SlipwayException(new GeneratedRefused(e.sql(), e.error()), e);
        }
    }
}
