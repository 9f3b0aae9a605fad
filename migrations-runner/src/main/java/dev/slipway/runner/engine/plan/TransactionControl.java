package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a statement does to the transaction around it.
enum TransactionControl {
    NONE,
    BEGIN,
    /// A beginning that asks for more than the defaults: another isolation, or no writing.
    BEGIN_SPECIAL,
    BEGIN_READ_ONLY,
    COMMIT,
    COMMIT_AND_CHAIN,
    ROLLBACK,
    ROLLBACK_AND_CHAIN,
    /// Ends it so that it can be committed later.
    PREPARE;

    private static final Pattern BEGINS =
            Pattern.compile("(BEGIN( WORK| TRANSACTION)?|START TRANSACTION)( (?<modes>.+))?");
    private static final Pattern USUAL =
            Pattern.compile("((ISOLATION LEVEL READ COMMITTED|READ WRITE|NOT DEFERRABLE)( ?,)?( |$))+");
    private static final Pattern READ_ONLY = Pattern.compile(".*\\bREAD ONLY\\b.*");
    private static final Pattern ENDS =
            Pattern.compile("(?<word>COMMIT|END|ROLLBACK|ABORT)( WORK| TRANSACTION)?( AND( NO)? CHAIN)?");
    private static final Pattern PREPARES = Pattern.compile("PREPARE TRANSACTION\\b.*");

    static TransactionControl of(Statement statement) {
        String words = TransactionRules.normalized(statement);
        Matcher begin = BEGINS.matcher(words);
        if (begin.matches()) {
            return begin(begin.group("modes") == null ? "" : begin.group("modes"));
        }
        Matcher end = ENDS.matcher(words);
        if (end.matches()) {
            boolean commits = end.group("word").matches("COMMIT|END");
            boolean chains = words.endsWith("AND CHAIN");
            return commits ? (chains ? COMMIT_AND_CHAIN : COMMIT) : (chains ? ROLLBACK_AND_CHAIN : ROLLBACK);
        }
        return PREPARES.matcher(words).matches() ? PREPARE : NONE;
    }

    private static TransactionControl begin(String modes) {
        if (READ_ONLY.matcher(modes).matches()) {
            return BEGIN_READ_ONLY;
        }
        return modes.isEmpty() || USUAL.matcher(modes).matches() ? BEGIN : BEGIN_SPECIAL;
    }

    boolean begins() {
        return this == BEGIN || this == BEGIN_SPECIAL || this == BEGIN_READ_ONLY;
    }

    boolean commits() {
        return this == COMMIT || this == COMMIT_AND_CHAIN;
    }

    boolean rollsBack() {
        return this == ROLLBACK || this == ROLLBACK_AND_CHAIN;
    }

    boolean prepares() {
        return this == PREPARE;
    }

    boolean chains() {
        return this == COMMIT_AND_CHAIN || this == ROLLBACK_AND_CHAIN;
    }
}
