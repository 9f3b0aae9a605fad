package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.workbench.hazard.HazardCheck;
import dev.slipway.workbench.rows.RowContents;
import dev.slipway.workbench.rows.TableFiller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Runs one script on tables with rows as their owner, who is no superuser. `FORCE ROW LEVEL SECURITY` hides rows from
/// the owner of a table, as who most databases are migrated, and never from the superuser of a scratch server.
///
/// Source: PostgreSQL, Row Security Policies: superusers and roles with BYPASSRLS always bypass the row security
/// system.
///
/// @param forced the tables on which row security is forced
record OwnerProof(RevisionTrial tried, Set<String> forced) {
    private static final String FORCED = """
        select slipway_table.name
        from pg_catalog.unnest(array[%s]::text[]) as slipway_table (name)
        join pg_catalog.pg_class c on c.oid = pg_catalog.to_regclass(slipway_table.name)
        where c.relforcerowsecurity
        """;

    /// @param tables those that the script does something to or with, qualified, as they stand in SQL
    static OwnerProof of(RevisionTrial tried, Session session, Collection<String> tables) {
        Set<String> forced = new TreeSet<>();
        String names = String.join(", ", tables.stream().map(Quote::literal).toList());
        DatabaseCall.run(
                "look for forced row security",
                () -> new CatalogQueries(session.connection())
                        .query(FORCED.formatted(names), row -> forced.add(row.getString(1))));
        return new OwnerProof(tried, forced);
    }

    boolean isNeeded() {
        return !forced.isEmpty();
    }

    /// @param trial a database at the parents of the revision
    Evidence run(RolledBackDatabase trial) throws ScriptRefused {
        fill(trial);
        RowContents before = contents(trial);
        Step up = trial.step(tried.script());
        execute(trial, "savepoint slipway_superuser");
        trial.run(up);
        RowContents superuser = contents(trial);
        execute(trial, "rollback to savepoint slipway_superuser");
        String owner = "slipway_owner_" + Long.toHexString(System.nanoTime());
        execute(trial, TextResource.read(OwnerProof.class, "owner.sql").replace("${owner}", owner));
        return trial.refusal(asOwner(up, owner))
                .map(refused ->
                        isOfRows(refused.error()) ? Evidence.ofHazard(HazardCheck.ofOwner(up, refused)) : Evidence.NONE)
                .orElseGet(() -> notes(before.reachedOnlyBy(superuser, contents(trial))));
    }

    private static Step asOwner(Step step, String owner) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("set local role " + Quote.identifier(owner), 1, 1, null));
        statements.addAll(step.statements());
        return new Step(step.script(), step.checksum(), statements, step.transactional());
    }

    /// SQLSTATE class 23, a constraint, or a policy that refuses a row; what else an owner may not do is no news.
    private static boolean isOfRows(ServerError error) {
        return error.sqlState().startsWith("23") || error.message().contains("row-level security policy");
    }

    private Evidence notes(List<String> hidden) {
        return hidden.isEmpty()
                ? Evidence.NONE
                : Evidence.ofNotes(List.of(
                        "%s changes %s only as a superuser or with BYPASSRLS: from the owner forced row security hides the rows"
                                .formatted(tried.script().label(), String.join(", ", hidden))));
    }

    private void fill(RolledBackDatabase trial) {
        DatabaseCall.run("insert rows", () -> TableFiller.fill(trial.session(), forced));
    }

    private RowContents contents(RolledBackDatabase trial) {
        return DatabaseCall.query("read rows", () -> RowContents.of(trial.session(), forced));
    }

    private static void execute(RolledBackDatabase trial, String sql) {
        DatabaseCall.run("try it as the owner", () -> {
            try (java.sql.Statement statement = trial.session().connection().createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
