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
    private final Home home;
    private final RevisionGraph graph;
    private final InstantSource clock;

    /// @param clock for versions that are moments
    public RevisionWriter(Home home, InstantSource clock) {
        this.home = home;
        this.graph = RevisionGraph.of(home.scripts());
        this.clock = clock;
    }

    /// Writes a revision that builds on one other, or on none.
    ///
    /// @throws SlipwayException if that is refused, or the files cannot be written; then none is left
    public WrittenRevision revision(RevisionRequest request) {
        List<Version> parents = new Parentage(graph).single(request.head());
        return write(parents, request.message(), request.version(), request.branchLabel());
    }

    /// Writes a revision that joins others.
    ///
    /// @throws SlipwayException if that is refused, or the files cannot be written; then none is left
    public WrittenRevision merge(MergeRequest request) {
        List<Version> parents = new Parentage(graph).joined(request.revisions());
        String message = request.message() == null ? "merge " + ScriptTexts.enumerated(parents) : request.message();
        return write(parents, message, request.version(), request.branchLabel());
    }

    private WrittenRevision write(
            List<Version> parents, String message, @Nullable String chosen, @Nullable String label) {
        String words = FileWords.of(message);
        if (chosen != null) {
            ChosenVersion.check(chosen, home.scripts());
        }
        if (label != null) {
            checkLabel(label);
        }
        String version = chosen == null ? NextVersion.after(home.scripts(), clock.instant()) : chosen;
        ScriptTexts texts = new ScriptTexts(Version.of(version), parents, label);
        String script = "V%s__%s.sql".formatted(version, words);
        String undo = "U%s__%s.sql".formatted(version, words);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(script, texts.script());
        files.put(undo, texts.undo());
        NewFiles.write(home.folder(), files);
        return new WrittenRevision(
                Version.of(version),
                words.replace('_', ' '),
                parents,
                label,
                home.folder().resolve(script).toString(),
                home.folder().resolve(undo).toString(),
                headsWith(Version.of(version), parents));
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
