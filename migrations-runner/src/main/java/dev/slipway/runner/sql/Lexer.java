package dev.slipway.runner.sql;

/// Reads one token after the other, as the server does.
final class Lexer {
    private static final String RADIXES = "xXoObB";

    private final String text;
    private final QuoteEnds quotes;
    private boolean standardStrings = true;
    private boolean escapes;
    private boolean afterString;
    private boolean lineEnded;

    Lexer(String text) {
        this.text = text;
        this.quotes = new QuoteEnds(text);
    }

    /// Whether `\` means nothing in a string without a prefix.
    void standardStrings(boolean on) {
        standardStrings = on;
    }

    /// The token that begins here.
    Token next(int at) {
        Token token = read(at);
        switch (token.kind()) {
            case SPACE -> lineEnded |= hasLineEnd(token);
            case LINE_COMMENT -> {}
            default -> {
                afterString = token.kind() == TokenKind.STRING || token.kind() == TokenKind.STRING_CONTINUED;
                lineEnded = false;
            }
        }
        return token;
    }

    private boolean hasLineEnd(Token space) {
        return quotes.lineEnd(space.start()) < space.end();
    }

    private Token read(int at) {
        char first = text.charAt(at);
        if (CharacterClasses.isSpace(first)) {
            return token(TokenKind.SPACE, at, spaceEnd(at));
        }
        if (text.startsWith("--", at)) {
            return token(TokenKind.LINE_COMMENT, at, quotes.lineEnd(at));
        }
        if (text.startsWith("/*", at)) {
            return token(TokenKind.BLOCK_COMMENT, at, quotes.commentEnd(at));
        }
        int quote = quotes.opening(at);
        if (quote >= 0) {
            return quoted(at, quote);
        }
        if (CharacterClasses.beginsName(first)) {
            return token(TokenKind.WORD, at, nameEnd(at));
        }
        if (CharacterClasses.isDigit(first) || (first == '.' && CharacterClasses.isDigit(sign(at + 1)))) {
            return token(TokenKind.NUMBER, at, numberEnd(at));
        }
        return first == '$' ? dollar(at) : sign(at, first);
    }

    private int spaceEnd(int at) {
        int end = at + 1;
        while (CharacterClasses.isSpace(sign(end))) {
            end++;
        }
        return end;
    }

    private Token quoted(int at, int quote) {
        if (text.charAt(quote) == '"') {
            return token(TokenKind.QUOTED_NAME, at, quotes.end(quote, false));
        }
        boolean goesOn = quote == at && afterString && lineEnded;
        if (!goesOn) {
            char prefix = text.charAt(at);
            boolean plain = quote == at || prefix == 'n' || prefix == 'N';
            escapes = prefix == 'e' || prefix == 'E' || (plain && !standardStrings);
        }
        return token(goesOn ? TokenKind.STRING_CONTINUED : TokenKind.STRING, at, quotes.end(quote, escapes));
    }

    private int nameEnd(int at) {
        int end = at + 1;
        while (CharacterClasses.isInName(sign(end))) {
            end++;
        }
        return end;
    }

    /// A number with all that touches it: the server refuses what follows a number without a space.
    private int numberEnd(int at) {
        boolean decimal = text.charAt(at) != '0' || RADIXES.indexOf(sign(at + 1)) < 0;
        int end = at;
        boolean point = false;
        while (CharacterClasses.isInTag(sign(end)) || (decimal && (isPoint(end, point) || isExponentSign(end)))) {
            point |= sign(end) == '.';
            end++;
        }
        return end;
    }

    private boolean isPoint(int at, boolean before) {
        return sign(at) == '.' && sign(at + 1) != '.' && !before;
    }

    private boolean isExponentSign(int at) {
        char before = text.charAt(at - 1);
        return (sign(at) == '+' || sign(at) == '-')
                && (before == 'e' || before == 'E')
                && CharacterClasses.isDigit(sign(at + 1));
    }

    private Token dollar(int at) {
        String tag = quotes.tag(at);
        if (!tag.isEmpty()) {
            return token(TokenKind.DOLLAR_STRING, at, quotes.dollarEnd(at, tag));
        }
        int placeholder = quotes.placeholderEnd(at);
        if (placeholder > at) {
            return token(TokenKind.PLACEHOLDER, at, placeholder);
        }
        int end = at + 1;
        while (CharacterClasses.isDigit(sign(end))) {
            end++;
        }
        return token(end > at + 1 ? TokenKind.PARAMETER : TokenKind.SIGN, at, end);
    }

    private Token sign(int at, char first) {
        return switch (first) {
            case '(' -> token(TokenKind.OPEN, at, at + 1);
            case ')' -> token(TokenKind.CLOSE, at, at + 1);
            case ';' -> token(TokenKind.SEMICOLON, at, at + 1);
            case '\\' -> token(TokenKind.PSQL_COMMAND, at, PsqlCommand.end(text, at));
            case ':' -> token(TokenKind.SIGN, at, at + (sign(at + 1) == ':' || sign(at + 1) == '=' ? 2 : 1));
            case '.' -> token(TokenKind.SIGN, at, at + (sign(at + 1) == '.' ? 2 : 1));
            default ->
                CharacterClasses.isOperator(first)
                        ? token(TokenKind.OPERATOR, at, operatorEnd(at))
                        : token(TokenKind.SIGN, at, at + 1);
        };
    }

    /// An operator ends where a comment begins, and in `+` or `-` only if it holds a sign that the standard does not
    /// know in operators.
    private int operatorEnd(int at) {
        int end = at + 1;
        boolean beyond = CharacterClasses.isBeyondStandard(text.charAt(at));
        while (CharacterClasses.isOperator(sign(end)) && !text.startsWith("--", end) && !text.startsWith("/*", end)) {
            beyond |= CharacterClasses.isBeyondStandard(text.charAt(end));
            end++;
        }
        while (!beyond && end > at + 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private char sign(int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Token token(TokenKind kind, int at, int end) {
        return new Token(kind, at, Math.min(end, text.length()), end <= text.length());
    }
}
