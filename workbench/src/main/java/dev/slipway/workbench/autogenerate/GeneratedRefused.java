package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.ServerError;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refused a statement that was written for the model.
public record GeneratedRefused(String statement, ServerError error) implements AutogenerateFailure {
    @Override
    public String message() {
        return "the tables cannot become those of the model: " + error.message();
    }

    @Override
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        statement.lines().forEach(lines::add);
        if (!error.detail().isEmpty()) {
            lines.add("detail: " + error.detail());
        }
        return lines;
    }

    @Override
    public String help() {
        if (error.isOfTypes()) {
            return "PostgreSQL does not convert these values by itself: write the conversion in a revision by hand, or map"
                    + " the property to another column";
        }
        return "take what stands in the way out of it in a revision written by hand, and run this again";
    }
}
