package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.revision.RevisionRequest;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The production runner has no workbench, and says so where somebody asks for it.
public final class MissingWorkbench implements Workbench {
    private static final String PLACE = "run `./slipway` of a checkout, or java -jar workbench.jar";

    private static final List<String> COMMANDS = List.of("init", "prove", "report", "import-alembic");

    private static final Set<String> OPTIONS = Set.of(
            "--autogenerate",
            "--baseline",
            "--bridge",
            "--drop-bridge",
            "--entities",
            "--keep",
            "--rename",
            "--drop",
            "--one");

    /// Whether a command or an option is part of the workbench.
    public static boolean has(String word) {
        return COMMANDS.contains(word) || OPTIONS.contains(word.replaceFirst("=.*", ""));
    }

    /// @param word a command or an option of the workbench
    public static UsageFailure failure(String word) {
        return new UsageFailure("\"%s\" is in the workbench, which this program comes without".formatted(word), PLACE);
    }

    @Override
    public List<Class<?>> commands() {
        return List.of();
    }

    @Override
    public RevisionGenerator revisionGenerator() {
        return new NoGenerator();
    }

    @Override
    public EntityCheck entityCheck() {
        return new NoEntities();
    }

    @Override
    public BaselineGenerator baselineGenerator() {
        return new NoBaseline();
    }

    @Override
    public List<String> advice() {
        int last = COMMANDS.size() - 1;
        return List.of(
                "",
                "The workbench adds %s and %s, and options of revision, adopt and check:"
                        .formatted(String.join(", ", COMMANDS.subList(0, last)), COMMANDS.get(last)),
                PLACE);
    }

    @Command(
            footer = {
                "",
                "The workbench also writes scripts from entities (--autogenerate) and for a bridge between two columns",
                "(--bridge): run `./slipway` of a checkout, or java -jar workbench.jar",
                "",
                "Examples:",
                "  slipway revision -m \"add phone to users\"",
                "  slipway revision -m \"add phone to users\" --head 6 --branch-label phones",
                "  slipway revision -m \"a schema of its own\" --head base"
            })
    private static final class NoGenerator implements RevisionGenerator {
        @Override
        public boolean isGiven() {
            return false;
        }

        @Override
        public Report report(RevisionRequest request, GivenScripts given) {
            throw new IllegalStateException("no option is given");
        }
    }

    @Command
    private static final class NoBaseline implements BaselineGenerator {
        @Override
        public boolean isGiven() {
            return false;
        }

        @Override
        public Report report(
                Context context, ScriptOptions scripts, ConnectionOptions connection, Set<String> ignored) {
            throw new IllegalStateException("no option is given");
        }
    }

    /// Who names entities, on the command line or by the variable, does not take silence for an answer.
    @Command
    private static final class NoEntities implements EntityCheck {
        private static final String NAME = "--entities";

        @Option(names = NAME, paramLabel = "PATH", hidden = true, description = "in the workbench")
        private @Nullable String entities;

        @Override
        public boolean isGiven() {
            if (entities != null) {
                throw new SlipwayException(failure(NAME));
            }
            return false;
        }

        @Override
        public List<Finding> findings(RevisionGraph graph, GivenScripts given, ConnectionOptions connection) {
            return List.of();
        }
    }
}
