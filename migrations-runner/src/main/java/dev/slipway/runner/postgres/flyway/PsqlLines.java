package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.sql.PsqlCommand;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines that only `psql` understands: what means nothing for the server is passed over, all else is refused.
final class PsqlLines {
    private PsqlLines() {}

    /// The script with space in place of the commands.
    ///
    /// @throws SqlParseException naming all that is refused, and what has no end
    static SqlScript passedOver(SqlScript script) throws SqlParseException {
        List<SqlParseException.Fault> faults = new ArrayList<>();
        // behind a quote without an end nobody knows what is a command
        int end = script.fault().map(SqlScript.Fault::at).orElse(script.text().length());
        StringBuilder text = new StringBuilder(script.text());
        for (Token token : script.psqlCommands()) {
            PsqlCommand command = PsqlCommand.of(token, script.text());
            if (command.isHarmless()) {
                text.replace(token.start(), token.end(), " ".repeat(token.end() - token.start()));
            } else if (token.start() < end) {
                faults.add(new SqlParseException.Fault(
                        script.line(token.start()),
                        "only psql understands \\" + command.name(),
                        PsqlAdvice.of(command.name())));
            }
        }
        script.fault()
                .ifPresent(fault ->
                        faults.add(new SqlParseException.Fault(script.line(fault.at()), fault.what(), fault.help())));
        if (!faults.isEmpty()) {
            throw new SqlParseException(faults);
        }
        return new SqlScript(text.toString(), script.tokens(), Optional.empty());
    }
}
