package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.flyway.FlywayValidation;
import dev.slipway.runner.postgres.flyway.FlywayValidation.Objection;
import dev.slipway.runner.postgres.flyway.FlywayValidation.Verdict;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether Flyway itself could go on with the same scripts on the same database.
///
/// @param settings under the keys of Flyway
public record FlywayCheck(ScriptSet scripts, Map<String, String> settings, String baselinePrefix) {
    private static final String REFUSED = "`flyway migrate` is refused";

    /// @param session that is of no use afterwards
    CheckResult.Flyway check(Session session) {
        Verdict verdict =
                DatabaseCall.query("ask Flyway", () -> FlywayValidation.ask(session, settings, baselinePrefix));
        List<Finding> findings = new ArrayList<>();
        verdict.objections().forEach(objection -> findings.add(finding(session.database(), objection)));
        if (verdict.objections().isEmpty()) {
            findings.addAll(others(session.database(), verdict));
        }
        return new CheckResult.Flyway(verdict.version(), findings);
    }

    private static Finding finding(String database, Objection objection) {
        return switch (objection.code()) {
            case "CHECKSUM_MISMATCH" ->
                new Finding(
                        database,
                        "Flyway computes another checksum for %s than the history holds".formatted(objection.script()),
                        REFUSED,
                        "take back what was changed in the script, or have `flyway repair` record it as it is");
            case "DESCRIPTION_MISMATCH", "TYPE_MISMATCH" ->
                new Finding(
                        database,
                        "Flyway reads another %s of %s than the history holds"
                                .formatted(
                                        objection.code().startsWith("TYPE") ? "type" : "description",
                                        objection.script()),
                        REFUSED,
                        "take back that the file was renamed, or have `flyway repair` record it as it is");
            case "APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED", "APPLIED_REPEATABLE_MIGRATION_NOT_RESOLVED" ->
                new Finding(
                        database,
                        "Flyway misses the script of %s, which is applied".formatted(objection.script()),
                        REFUSED,
                        "put it back, or tell Flyway `ignoreMigrationPatterns=*:missing`");
            case "RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED", "RESOLVED_REPEATABLE_MIGRATION_NOT_APPLIED" ->
                new Finding(
                        database,
                        "Flyway would leave %s out: a later version is applied".formatted(objection.script()),
                        REFUSED,
                        "apply it here (`upgrade`), or tell Flyway `outOfOrder=true`");
            case "FAILED_VERSIONED_MIGRATION", "FAILED_REPEATABLE_MIGRATION", "FAILED_BASELINE_MIGRATION" ->
                new Finding(
                        database,
                        "Flyway sees that %s was applied in part".formatted(objection.script()),
                        REFUSED,
                        "finish it here: `upgrade` goes on from where it stopped");
            default ->
                new Finding(
                        database,
                        "Flyway objects: %s"
                                .formatted(
                                        objection.message().lines().findFirst().orElse("")),
                        REFUSED,
                        "see what `flyway validate` says, and how its settings differ from these");
        };
    }

    /// Scripts that are one to only one of the two.
    private List<Finding> others(String database, Verdict verdict) {
        Set<String> ours = scripts.all()
                .filter(script -> !(script instanceof Script.Undo))
                .map(script -> script.file().path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> theirs = new TreeSet<>(verdict.scripts());
        List<Finding> findings = new ArrayList<>();
        ours.stream()
                .filter(script -> !theirs.contains(script))
                .forEach(script -> findings.add(new Finding(
                        database,
                        "%s is no script to Flyway".formatted(script),
                        "Flyway would never run it",
                        "name it and set the prefixes, suffixes and locations so that both read it")));
        theirs.stream()
                .filter(script -> !ours.contains(script))
                .forEach(script -> findings.add(new Finding(
                        database,
                        "%s is a script to Flyway, and none here".formatted(script),
                        "only Flyway would run it",
                        "write it in SQL, or move it out of the locations")));
        return findings;
    }
}
