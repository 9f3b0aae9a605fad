package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Header;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the script and the undo script of a new revision.
public final class RevisionWriter {
    private final RevisionFolder home;
    private final RevisionGraph graph;
    private final InstantSource clock;

    /// @param clock for versions that are moments
    public RevisionWriter(RevisionFolder home, InstantSource clock) {
        this.home = home;
        this.graph = RevisionGraph.of(home.scripts());
        this.clock = clock;
    }

    /// Writes a revision that builds on one other, or on none.
    ///
    /// @throws SlipwayException if that is refused, or the files cannot be written; then none is left
    public WrittenRevision revision(RevisionRequest request) {
        List<Version> parents = new RevisionParents(graph).single(request.head());
        return write(parents, request.message(), request.version(), request.branchLabel());
    }

    /// Writes a revision that joins others.
    ///
    /// @throws SlipwayException if that is refused, or the files cannot be written; then none is left
    public WrittenRevision merge(MergeRequest request) {
        List<Version> parents = new RevisionParents(graph).joined(request.revisions());
        String message = request.message() == null ? "merge " + RevisionTexts.enumerated(parents) : request.message();
        return write(parents, message, request.version(), request.branchLabel());
    }

    /// What can be refused of a request before there is anything to write.
    ///
    /// @throws SlipwayException if it is refused
    public void check(RevisionRequest request) {
        FileNameWords.of(request.message());
        checkNames(request.version(), request.branchLabel());
        new RevisionParents(graph).single(request.head());
    }

    /// Writes revisions that build on each other, the first of them on one other or on none.
    ///
    /// @throws SlipwayException if that is refused, or the files cannot be written; then none is left
    public List<WrittenRevision> drafted(RevisionRequest request, List<RevisionDraft> drafts) {
        List<Version> parents = new RevisionParents(graph).single(request.head());
        Map<String, String> files = new LinkedHashMap<>();
        List<WrittenRevision> written = new ArrayList<>();
        String version = first(request.version());
        String label = request.branchLabel();
        for (RevisionDraft draft : drafts) {
            Version parsed = Version.of(version);
            String words = FileNameWords.of(request.message(), draft.words());
            String script = home.naming().script(version, words);
            String undo = home.naming().undoScript(version, words);
            RevisionTexts texts = new RevisionTexts(parsed, parents, label);
            files.put(script, texts.script(draft));
            files.put(undo, texts.undo(draft));
            written.add(written(texts, words, script, undo));
            parents = List.of(parsed);
            label = null;
            version = NextVersion.after(version, clock.instant());
        }
        NewFiles.write(home.folder(), files);
        return written;
    }

    private WrittenRevision write(
            List<Version> parents, String message, @Nullable String chosen, @Nullable String label) {
        String words = FileNameWords.of(message);
        checkNames(chosen, label);
        String version = first(chosen);
        RevisionTexts texts = new RevisionTexts(Version.of(version), parents, label);
        String script = home.naming().script(version, words);
        String undo = home.naming().undoScript(version, words);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(script, texts.script());
        files.put(undo, texts.undo());
        NewFiles.write(home.folder(), files);
        return written(texts, words, script, undo);
    }

    private WrittenRevision written(RevisionTexts texts, String words, String script, String undo) {
        return new WrittenRevision(
                texts.version(),
                words.replace('_', ' '),
                texts.parents(),
                texts.branchLabel(),
                home.folder().resolve(script).toString(),
                home.folder().resolve(undo).toString(),
                headsWith(texts.version(), texts.parents()));
    }

    private void checkNames(@Nullable String version, @Nullable String label) {
        if (version != null) {
            ChosenVersion.check(version, home.scripts());
        }
        if (label != null) {
            checkLabel(label);
        }
    }

    private String first(@Nullable String chosen) {
        return chosen == null ? NextVersion.after(home.scripts(), home.naming(), clock.instant()) : chosen;
    }

    private void checkLabel(String label) {
        if (!Header.isLabel(label)) {
            throw new SlipwayException(new UsageFailure(
                    "\"%s\" cannot be the name of a branch".formatted(label),
                    "write letters, digits and _, a letter first; head, heads, base and current have a meaning"));
        }
        graph.labelled(label).ifPresent(taken -> {
            throw new SlipwayException(new UsageFailure(
                    "branch label \"%s\" is taken already by %s"
                            .formatted(label, graph.script(taken).file().origin()),
                    "give the branch another name"));
        });
    }

    private List<Version> headsWith(Version version, List<Version> parents) {
        List<Version> heads = new ArrayList<>(graph.heads());
        heads.removeAll(parents);
        heads.add(version);
        return heads;
    }
}
