package dev.slipway.runner.model.failure;

import dev.slipway.runner.model.MissingObject;
import dev.slipway.runner.model.ServerError;

/// What helps against a refusal of the server that has nothing to do with what the script means to do.
final class ScriptHelp {
    private ScriptHelp() {}

    /// What to do before the next run, or an empty text.
    ///
    /// @param alone whether the script runs without a transaction
    static String of(ServerError error, String script, boolean alone) {
        return switch (error.sqlState()) {
            case "25001", "2D000" ->
                alone
                        ? ""
                        : ("it cannot run in a transaction: write `-- transaction: off` into the first comments of the "
                                        + "script, or, if it was applied elsewhere, `executeInTransaction=false` into "
                                        + "\"%s.conf\" beside it")
                                .formatted(script);
            case "55006" -> "give the statement a script of its own, which runs when nothing uses the object any more";
            case "40P01", "40001" -> "wait until the table is less busy";
            case "42501" -> "run as the owner of what the script changes, or give this user the privilege";
            case "53100" -> "make room on the disk of the server";
            case "53200" ->
                error.hint().contains("max_locks_per_transaction")
                        ? "give the server more max_locks_per_transaction and restart it, or split the script so that"
                                + " each part touches fewer tables"
                        : "give the server more memory, or split the script";
            case "57014" -> "find out who canceled it, or which timeout of the script or the server did";
            case "0A000" -> unsupported(error);
            case "42704", "42883" ->
                MissingObject.in(error).isEmpty() ? "" : "correct the script, or create the extension that brings it";
            default -> "";
        };
    }

    /// The same on a scratch server, which is another than the one that the script is meant for.
    static String ofProof(ServerError error) {
        if (ServerLack.isIn(error)) {
            return "name a server that has it with --scratch-url";
        }
        if (MissingObject.in(error).isPresent()) {
            return "correct the script, or name a server with the extension that brings it (--scratch-url)";
        }
        return error.isRoleThere()
                ? "roles belong to the whole server: let the script create it only if it is missing, or drop it on the"
                        + " scratch server"
                : "";
    }

    private static String unsupported(ServerError error) {
        if (error.isMissingExtension()) {
            return "have the extension installed on the server";
        }
        return error.detail().contains("depends on")
                ? "drop what depends on it, named in the detail, before in the same script, and make it again after"
                : "";
    }
}
