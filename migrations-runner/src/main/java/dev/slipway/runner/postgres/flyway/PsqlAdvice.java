package dev.slipway.runner.postgres.flyway;

/// What to write in place of a command of `psql`.
final class PsqlAdvice {
    private PsqlAdvice() {}

    static String of(String command) {
        return switch (command) {
            case "connect", "c" -> "take the line out: a run stays in the database of --url";
            case "copy" -> "write COPY ... FROM STDIN with its rows below, or INSERT";
            case "i", "ir", "include", "include_relative" ->
                "write the SQL of that file in its place, or make it a script of its own";
            case "g", "gx", ";" -> "end the statement with ; instead";
            case "gexec" -> "run what the query makes with EXECUTE in a DO block";
            case "set", "unset", "prompt", "gset", "getenv" ->
                "write the value itself, or a placeholder: ${name} with --placeholder name=value";
            case "if", "elif", "else", "endif" -> "decide it in a DO block";
            case "encoding" -> "save the file as UTF-8, and take the line out";
            case "." -> "take the line out: no COPY ... FROM STDIN stands before it";
            case "q", "quit" -> "take out the line and what follows it";
            case ":" -> "write : alone";
            default -> "take it out, or say it in SQL";
        };
    }
}
