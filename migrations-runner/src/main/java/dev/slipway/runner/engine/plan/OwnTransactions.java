package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The transactions that a script begins and ends by itself.
public final class OwnTransactions {
    private static final Pattern SETTING = Pattern.compile("(SET|RESET)\\b(?! (LOCAL|TRANSACTION|CONSTRAINTS)\\b).*");

    private final List<Statement> statements;
    private final List<TransactionControl> controls;

    private OwnTransactions(List<Statement> statements) {
        this.statements = statements;
        this.controls = statements.stream().map(TransactionControl::of).toList();
    }

    public static OwnTransactions of(List<Statement> statements) {
        return new OwnTransactions(statements);
    }

    /// The statements that begin or end a transaction.
    List<Statement> all() {
        return indexes().mapToObj(statements::get).toList();
    }

    private IntStream indexes() {
        return IntStream.range(0, statements.size()).filter(index -> controls.get(index) != TransactionControl.NONE);
    }

    /// The statements without a BEGIN and a COMMIT that are around all of them, so that they fit into one transaction;
    /// or nothing if they need more than one, or one of their own kind.
    Optional<List<Statement>> inOne() {
        List<Statement> inner = new ArrayList<>();
        boolean begun = false;
        boolean ended = false;
        for (int index = 0; index < statements.size(); index++) {
            TransactionControl control = controls.get(index);
            if (control == TransactionControl.BEGIN && !begun && !ended) {
                begun = true;
            } else if (control == TransactionControl.COMMIT && !ended) {
                ended = true;
            } else if (control != TransactionControl.NONE || (ended && !isSetting(statements.get(index)))) {
                return Optional.empty();
            } else {
                inner.add(statements.get(index));
            }
        }
        return Optional.of(inner);
    }

    private static boolean isSetting(Statement statement) {
        return SETTING.matcher(TransactionRules.normalized(statement)).matches();
    }

    /// The statements for a run one by one: `AND CHAIN` is written out, since a later run that goes on there has no
    /// transaction to chain to; and what is open at the end is committed, as Flyway does.
    List<Statement> oneByOne() {
        List<Statement> all = new ArrayList<>();
        Statement open = null;
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            TransactionControl control = controls.get(index);
            open = control.begins() ? statement : control.chains() || control == TransactionControl.NONE ? open : null;
            all.addAll(control.chains() ? writtenOut(statement, control, open) : List.of(statement));
        }
        if (open != null) {
            all.add(at(statements.getLast(), "commit"));
        }
        return all;
    }

    /// The same where Flyway runs the script in a transaction. There a ROLLBACK takes back everything since
    /// the last COMMIT or ROLLBACK, whether or not the script began a transaction.
    OwnTransactions inFlywaysTransaction() {
        List<Statement> all = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < statements.size(); index++) {
            TransactionControl control = controls.get(index);
            if (control != TransactionControl.NONE && !control.begins()) {
                boolean open = controls.get(start).begins() || start == index;
                all.addAll(open || !control.rollsBack() ? statements.subList(start, index + 1) : begun(start, index));
                start = index + 1;
            }
        }
        all.addAll(statements.subList(start, statements.size()));
        return of(all);
    }

    /// The statements up to an end, in a transaction that begins before the first of them.
    private List<Statement> begun(int start, int end) {
        List<Statement> begun = new ArrayList<>(List.of(at(statements.get(start), "begin")));
        IntStream.rangeClosed(start, end)
                .filter(index -> controls.get(index) != TransactionControl.BEGIN)
                .mapToObj(statements::get)
                .forEach(begun::add);
        return begun;
    }

    private static List<Statement> writtenOut(Statement chain, TransactionControl control, @Nullable Statement open) {
        String end = control == TransactionControl.COMMIT_AND_CHAIN ? "commit" : "rollback";
        return open == null ? List.of(chain) : List.of(at(chain, end), at(chain, open.sql()));
    }

    private static Statement at(Statement place, String sql) {
        return new Statement(sql, place.line(), place.column(), null);
    }

    /// Whether the statement begins or ends a transaction, or stands in one that the script began.
    public boolean concerns(int index) {
        return isOpen(index) || controls.get(index) != TransactionControl.NONE;
    }

    /// Whether the statement begins or ends a transaction.
    public boolean isControl(int index) {
        return controls.get(index) != TransactionControl.NONE;
    }

    /// Whether what the transaction of the script did so far is kept in the end: it is committed, or prepared for that.
    public boolean keeps(int index) {
        int end = index;
        while (end < controls.size() && controls.get(end) == TransactionControl.NONE) {
            end++;
        }
        return end < controls.size()
                && (controls.get(end).commits() || controls.get(end).prepares());
    }

    /// Whether a transaction of the script is open after so many of its statements.
    public boolean isOpen(int count) {
        return lastBegin(count) >= 0;
    }

    /// Whether the statement commits a transaction of the script in which something can be written.
    public boolean commits(int index) {
        int begin = lastBegin(index);
        return begin >= 0
                && controls.get(index) == TransactionControl.COMMIT
                && controls.get(begin) != TransactionControl.BEGIN_READ_ONLY;
    }

    private int lastBegin(int count) {
        for (int index = count - 1; index >= 0; index--) {
            TransactionControl control = controls.get(index);
            if (control != TransactionControl.NONE) {
                return control.begins() ? index : -1;
            }
        }
        return -1;
    }
}
