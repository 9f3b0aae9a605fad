package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.revision.RevisionFolder;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.connect.Session;
import picocli.CommandLine.Mixin;

/// Which scripts, and the table that knows what became of them.
public final class ScriptOptions {
    @Mixin
    private final LocationOptions location = new LocationOptions();

    @Mixin
    private final HistoryTableOption table = new HistoryTableOption();

    public String historyTable() {
        return table.name;
    }

    /// The history of the scripts in a database.
    public FoundHistory history(Context context, Session session, ScriptSet set) {
        return HistorySearch.find(session, table.name, set, context.progress());
    }

    public RevisionGraph graph(Context context) {
        return location.graph(context);
    }

    /// @param scripts with or without faults
    public RevisionGraph graph(ScriptSet scripts) {
        return location.graph(scripts);
    }

    /// Where they are, as it was given.
    public String place() {
        return location.locations.isEmpty() ? "" : location.locations.getFirst();
    }

    /// Where new scripts go.
    public RevisionFolder home(Context context) {
        return location.home(context);
    }

    /// What was proved of the scripts.
    public ManifestFile manifest() {
        return location.manifest();
    }

    /// The model of the service, if it is described beside the scripts.
    public Model model() {
        return location.model().orElse(Model.NONE);
    }

    /// The same, unless the option names another.
    public Model model(ModelOptions options) {
        return options.read(location).orElse(Model.NONE);
    }

    public LoadedScripts inspect(Context context) {
        return location.inspect(context);
    }

    /// What Flyway would have to be told.
    FlywayEquivalent equivalent(Context context) {
        return new FlywayEquivalent(location.locations, location.conventions(context), context.flyway());
    }
}
