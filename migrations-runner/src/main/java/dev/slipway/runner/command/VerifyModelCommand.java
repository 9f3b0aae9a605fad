package dev.slipway.runner.command;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.engine.verify.ModelVerifier;
import dev.slipway.runner.engine.verify.VerifyResult;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.concurrent.Callable;
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
            "It lies beside the scripts, unless --model names another.",
            "",
            "Examples:",
            "  slipway verify-model --service-role billing_service",
            "  slipway verify-model --format json",
            "  slipway verify-model --model none",
            "  slipway verify-model --model billing.json"
        })
final class VerifyModelCommand implements Callable<Report> {
    private final Context context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final LocationOptions locations = new LocationOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(
            names = "--service-role",
            paramLabel = "ROLE",
            description = "the role that the service signs in as, whose rights are checked if it exists")
    private @Nullable String serviceRole;

    VerifyModelCommand(Context context) {
        this.context = context;
    }

    @Override
    public Report call() {
        Model described = model.read(locations)
                .orElseThrow(() -> new SlipwayException(new UsageFailure(
                        "there is no model.json beside the scripts",
                        "name the description of the model with --model, or look at bridges alone with --model none")));
        VerifyResult result = connection.read(
                context, "verify-model", session -> ModelVerifier.verify(session, described, serviceRole));
        return new Report(
                result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS, result, VerifyModelText.of(result));
    }
}
