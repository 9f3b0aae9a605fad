package dev.slipway.runner.engine.manifest;

/// Watches tokens go by for the end of a `COPY ... FROM STDIN`, after which data follows instead of SQL.
final class CopyWords {
    private int words;
    private boolean copies;
    private String before = "";
    private boolean fromStdin;

    /// @param token in lower case
    boolean dataFollows(String token) {
        if (token.equals(";")) {
            boolean follows = copies && fromStdin;
            words = 0;
            copies = false;
            fromStdin = false;
            before = "";
            return follows;
        }
        copies |= words == 0 && token.equals("copy");
        fromStdin |= before.equals("from") && token.equals("stdin");
        words++;
        before = token;
        return false;
    }
}
