package dev.slipway.runner.sql;

/// What a token is.
///
/// Sources: `scan.l` and `psqlscan.l` of PostgreSQL, and its manual under "Lexical Structure".
public enum TokenKind {
    SPACE,
    LINE_COMMENT,
    /// With the comments within it.
    BLOCK_COMMENT,
    /// With its prefix: `'a'`, `E'a'`, `U&'a'`, `B'1'`, `X'1F'`, `N'a'`.
    STRING,
    /// A string that goes on after a line end: of `'a'`, line end, `'b'` the second.
    STRING_CONTINUED,
    /// A string between `$$` or `$tag$`.
    DOLLAR_STRING,
    /// A name in double quotes, with its prefix.
    QUOTED_NAME,
    /// A keyword, or a name without quotes.
    WORD,
    NUMBER,
    /// `$1`.
    PARAMETER,
    /// `${name}`, which is no SQL.
    PLACEHOLDER,
    OPERATOR,
    /// An opening parenthesis.
    OPEN,
    /// A closing parenthesis.
    CLOSE,
    /// A semicolon within a statement: in parentheses, or in a body that begins with `BEGIN ATOMIC`.
    SEMICOLON,
    /// A semicolon that ends a statement.
    END,
    /// Any other sign, such as a comma; also `::`, `:=` and `..`.
    SIGN,
    /// What only `psql` understands: a backslash outside of quotes, and what belongs to it.
    PSQL_COMMAND,
    /// The lines after a `COPY ... FROM STDIN`, up to and with the one that is `\.` alone.
    COPY_DATA;

    /// Whether the server sees nothing in it.
    public boolean isBlank() {
        return this == SPACE || isComment();
    }

    public boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
