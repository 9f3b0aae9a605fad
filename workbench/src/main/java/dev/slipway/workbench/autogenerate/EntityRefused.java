package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.ServerError;
import java.util.List;

/// PostgreSQL refused the table that an entity asks for.
public record EntityRefused(String entity, String statement, ServerError error) implements AutogenerateFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }

    @Override
    public String message() {
        return "entity \"%s\" asks for what PostgreSQL refuses: %s".formatted(entity, error.message());
    }

    @Override
    public List<String> details() {
        return List.of(statement);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "correct the entity, most likely a definition in it; types have to be created by a revision first";
    }
}
