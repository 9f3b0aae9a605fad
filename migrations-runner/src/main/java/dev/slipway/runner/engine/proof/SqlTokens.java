package dev.slipway.runner.engine.proof;

import dev.slipway.runner.sql.SqlScript;
import dev.slipway.runner.sql.Token;
import dev.slipway.runner.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/// The tokens of a script without comments and the space between them. Two texts have the same tokens only if the
/// server sees the same in them; strings, quoted names, dollar quotes and the data of a `COPY` are kept to the letter.
final class SqlTokens {
    /// Strings parted by a line end are one string, with the escapes of its first part.
    private static final String GOES_ON = "\n";

    private SqlTokens() {}

    /// Line ends count as one kind, as in Flyway's checksums.
    static List<String> of(String text) {
        String sql = text.replace("\r\n", "\n").replace('\r', '\n');
        List<String> tokens = new ArrayList<>();
        int before = 0;
        for (Token token : SqlScript.read(sql).significant()) {
            String word = token.in(sql);
            if (token.kind() == TokenKind.STRING_CONTINUED) {
                tokens.add(GOES_ON);
            }
            if (token.kind() == TokenKind.COPY_DATA) {
                tokens.add(sql.substring(before, token.start()).strip());
            }
            tokens.add(token.kind() == TokenKind.COPY_DATA ? word.stripTrailing() : word);
            before = token.end();
        }
        return tokens;
    }
}
