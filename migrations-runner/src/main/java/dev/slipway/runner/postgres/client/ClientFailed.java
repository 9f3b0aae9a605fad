package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.ExitCode;
import java.util.List;
import java.util.regex.Pattern;

/// One of PostgreSQL's programs ended with an error.
///
/// @param program its name: `pg_dump`
/// @param said its last lines
/// @param state what is left
public record ClientFailed(String program, List<String> said, String state) implements ClientFailure {
    private static final Pattern LOST = Pattern.compile(
            "server closed the connection|terminating connection|connection to server .* failed|no connection to the server");
    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded");
    private static final Pattern ROLE =
            Pattern.compile("must be member of role|must be able to SET ROLE|role \".*\" does not exist");
    private static final Pattern DENIED = Pattern.compile("permission denied|must be owner|row-level security");

    public ClientFailed {
        said = List.copyOf(said);
    }

    @Override
    public ExitCode exitCode() {
        return says(LOST) ? ExitCode.DATABASE_UNAVAILABLE : ExitCode.BACKUP_FAILED;
    }

    @Override
    public String message() {
        return "%s failed: %s".formatted(program, withoutName(said.getFirst()));
    }

    @Override
    public List<String> details() {
        return said.stream().skip(1).map(this::withoutName).toList();
    }

    private String withoutName(String line) {
        return line.replaceFirst("^%s: (error: |detail: )?".formatted(program), "");
    }

    @Override
    public String help() {
        if (says(FULL)) {
            return "make room there, or name another folder, and run the command again";
        }
        if (says(LOST)) {
            return "run the command again when the server is back";
        }
        if (says(ROLE)) {
            return "run as a superuser on a server that has the roles, or leave owners and privileges out with --no-owner";
        }
        return says(DENIED)
                ? "run as a role that may do that, for example the owner of the tables"
                : "fix what the message says, and run the command again";
    }

    private boolean says(Pattern words) {
        return said.stream().anyMatch(line -> words.matcher(line).find());
    }
}
