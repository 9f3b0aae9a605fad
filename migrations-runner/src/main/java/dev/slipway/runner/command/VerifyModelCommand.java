package dev.slipway.runner.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.mapping.ModelColumnType;
import dev.slipway.runner.engine.mapping.ModelJson;
import dev.slipway.runner.engine.verify.ModelDescriber;
import dev.slipway.runner.engine.verify.ModelVerifier;
import dev.slipway.runner.engine.verify.VerifyResult;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify-model",
        description = "Checks that the database fits the model of the service, and changes nothing.",
        footer = {
            "",
            "It exits with 1 if there is a fault, and lists all of them: tables, columns and their types, primary keys,",
            "privileges of the service, and bridges, which keep two generations of columns equal: whether they exist,",
            "do what they declare, and fire, and rows that diverge. Bridges that the model does not name are found too;",
            "--model none checks them alone.",
            "",
            "A model is a JSON file of tables: name, primaryKey, columns (name, type, nullable, generated),"
                    + " legacyColumns,",
            "bridges and rights.",
            "It lies beside the scripts, unless --model names another. --from-database writes one that the database fits",
            "as it is, to begin with: take out what the service does not map, and move what only older versions of it",
            "know to legacyColumns. The type other is not compared.",
            "",
            "Examples:",
            "  slipway verify-model --service-role billing_service",
            "  slipway verify-model --format json",
            "  slipway verify-model --model none",
            "  slipway verify-model --model billing.json",
            "  slipway verify-model --from-database --output migrations/model.json"
        })
final class VerifyModelCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final LocationOptions locations = new LocationOptions();

    @Mixin
    private final HistoryTableOption history = new HistoryTableOption();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(
            names = "--service-role",
            paramLabel = "ROLE",
            description = "the role that the service signs in as, whose privileges are checked if it exists")
    private @Nullable String serviceRole;

    @Option(
            names = "--from-database",
            description = "verify nothing: write the description of a model that the database fits as it is")
    private boolean fromDatabase;

    @Option(names = "--output", paramLabel = "FILE", description = "write the script, page or description to a file")
    private @Nullable String output;

    /// @param notCompared columns of types that a model has no word for
    record Described(String database, int tables, int columns, List<String> notCompared) {
        Described {
            notCompared = List.copyOf(notCompared);
        }

        static Described of(String database, Model model) {
            return new Described(
                    database,
                    model.tables().size(),
                    model.tables().stream()
                            .mapToInt(table -> table.columns().size())
                            .sum(),
                    model.tables().stream()
                            .flatMap(table -> table.columns().stream()
                                    .filter(column -> column.type() == ModelColumnType.OTHER)
                                    .map(column -> table.name() + "." + column.name()))
                            .toList());
        }
    }

    VerifyModelCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        return fromDatabase ? describe() : verify();
    }

    private Report describe() {
        AtomicReference<String> database = new AtomicReference<>("");
        Model described = connection.read(context.quiet(), "verify-model", session -> {
            database.set(session.database());
            return ModelDescriber.describe(session, history.name, serviceRole);
        });
        if (described.tables().isEmpty()) {
            throw new SlipwayException(
                    new UsageFailure(
                            "there is no table to describe in " + database.get(),
                            "run `upgrade` first; if the tables are in another schema, name that in DATABASE_URL: currentSchema=..."));
        }
        Described result = Described.of(database.get(), described);
        String json = ModelJson.of(described);
        result.notCompared()
                .forEach(column -> context.warning()
                        .accept("%s: its type has no word in a model, and is not compared".formatted(column)));
        if (output == null) {
            return Report.exact(result, json);
        }
        OutputFile.write(output, json + "\n");
        return Report.done(
                result,
                "wrote %s: %s, %s of %s"
                        .formatted(
                                output,
                                Plural.of(result.tables(), "table"),
                                Plural.of(result.columns(), "column"),
                                result.database()));
    }

    private Report verify() {
        if (output != null) {
            throw new SlipwayException(
                    new UsageFailure("--output is for the description of a database", "add --from-database"));
        }
        Model described = model.read(locations)
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "there is no model.json beside the scripts",
                        "name the description of the model with --model, write one with --from-database, or look at "
                                + "bridges alone with --model none")));
        VerifyResult result = connection.read(
                context, "verify-model", session -> ModelVerifier.verify(session, described, serviceRole));
        return new Report(
                result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS, result, VerifyModelText.of(result));
    }
}
