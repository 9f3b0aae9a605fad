package dev.slipway.workbench.diff;

import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.OwnTables;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaDiff;
import dev.slipway.runner.postgres.schema.SchemaScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.pgcodekeeper.core.api.PgCodeKeeperApi;
import org.pgcodekeeper.core.ignorelist.IgnoreSchemaList;
import org.pgcodekeeper.core.loader.FullAnalyze;
import org.pgcodekeeper.core.loader.pg.JdbcPgLoader;
import org.pgcodekeeper.core.model.difftree.DbObjType;
import org.pgcodekeeper.core.model.difftree.DiffTree;
import org.pgcodekeeper.core.model.difftree.TreeElement;
import org.pgcodekeeper.core.monitor.NullMonitor;
import org.pgcodekeeper.core.schema.AbstractDatabase;
import org.pgcodekeeper.core.settings.CoreSettings;

/// Compares the catalogs of two databases with the library pgCodeKeeper.
public final class CatalogDiff implements SchemaDiff {
    /// The statements, each ending in `;`, that make the first schema like the second; empty if they are alike.
    ///
    /// Objects are qualified with their schema, and nothing is said of owners.
    ///
    /// @param from in no transaction, as the other
    public static String sql(Session from, Session to, SchemaScope scope) throws SQLException {
        return String.join("\n\n", statements(from, to, scope, element -> true));
    }

    @Override
    public List<String> statements(Session from, Session to, SchemaScope scope, List<SchemaDifference> only)
            throws SQLException {
        return statements(from, to, scope, new Selection(only));
    }

    private static List<String> statements(Session from, Session to, SchemaScope scope, Predicate<TreeElement> wanted)
            throws SQLException {
        CoreSettings settings = new CoreSettings();
        settings.setIgnorePrivileges(!scope.grants());
        settings.setIgnoreColumnOrder(true);
        settings.setPrintUsing(false);
        try {
            AbstractDatabase before = load(from, scope, settings);
            AbstractDatabase after = load(to, scope, settings);
            TreeElement tree = DiffTree.create(settings, before, after);
            select(tree, wanted);
            leaveOut(tree, scope);
            return DiffText.cleaned(
                    PgCodeKeeperApi.diff(settings, tree, before, after, List.of(), List.of(), List.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new UncheckedIOException(e);
        }
    }

    private static AbstractDatabase load(Session session, SchemaScope scope, CoreSettings settings)
            throws IOException, InterruptedException, SQLException {
        LentConnector connector = new LentConnector(session, KnownQueries.on(session, scope));
        JdbcPgLoader loader = new JdbcPgLoader(connector, "UTC", settings, new NullMonitor(), new IgnoreSchemaList());
        AbstractDatabase database = loader.load();
        FullAnalyze.fullAnalyze(database, loader.getErrors());
        return database;
    }

    private static void select(TreeElement element, Predicate<TreeElement> wanted) {
        element.setSelected(wanted.test(element));
        element.getChildren().forEach(child -> select(child, wanted));
    }

    private static void leaveOut(TreeElement element, SchemaScope scope) {
        if (isOutside(element, scope)) {
            deselect(element);
        } else {
            element.getChildren().forEach(child -> leaveOut(child, scope));
        }
    }

    private static boolean isOutside(TreeElement element, SchemaScope scope) {
        if (element.getType() == DbObjType.SCHEMA) {
            return scope.ignoredSchemas().contains(element.getName());
        }
        return element.getType() == DbObjType.TABLE
                && (OwnTables.beside(scope.historyTable()).contains(element.getName())
                        || scope.ignoredTables().contains(element.getQualifiedName()));
    }

    private static void deselect(TreeElement element) {
        element.setSelected(false);
        element.getChildren().forEach(CatalogDiff::deselect);
    }
}
