package dev.slipway.runner.model.hazard;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A kind of danger; each has a page in `docs/hazards/`.
public enum Hazard {
    BLOCKING_INDEX(
            "nobody can write to the table while the index is built or dropped",
            "build and drop it with CONCURRENTLY, in a script of its own"),
    UNIQUE_WITHOUT_INDEX(
            "nobody can read or write the table while the index of the constraint is built",
            "build a unique index CONCURRENTLY first, then add the constraint with USING INDEX"),
    VALIDATING_CONSTRAINT(
            "nobody can write to the table while all its rows are checked",
            "add the constraint NOT VALID, and validate it in the next revision"),
    TABLE_REWRITE(
            "nobody can read or write the table while all its rows are copied",
            "fill a new column or table beside it, in steps that lock nothing for long"),
    NOT_NULL_SCAN(
            "nobody can read or write the table while all its rows are checked",
            "first add CHECK (... IS NOT NULL) NOT VALID, validate it in the next revision, and set NOT NULL after"
                    + " that"),
    VOLATILE_DEFAULT(
            "nobody can read or write the table while every row gets a value of its own",
            "add the column without the default, set the default, and fill the rows in a later revision"),
    TYPE_CHANGE(
            "nobody can read or write the table while its rows and indexes are written anew",
            "add a column of the new type, keep both in step, and drop the old one later"),
    CACHED_PLAN(
            "a service that runs on fails once for each statement that it prepared with the column",
            "let the driver prepare again, or add a column of the new type and move the service over"),
    SEVERAL_EXCLUSIVE_LOCKS(
            "a service that uses the tables in another order ends in a deadlock",
            "change each table in a revision of its own"),
    MODEL_OBJECT_GONE(
            "the service that belongs to this revision fails on every request that needs it",
            "take it out of the model first, and remove it once no service uses it"),
    UNDECLARED_CONTRACT(
            "older services that still run fail as soon as it is gone",
            "do it in a later revision that says -- compat: contract, once no service uses it"),
    ENUM_VALUE_IN_USE(
            "PostgreSQL refuses the script, since the value is not safe before the transaction ends",
            "add the value in a revision of its own, and use it in the next"),
    WORK_UNDER_EXCLUSIVE_LOCK(
            "nobody can read or write the locked table until the longer work is done",
            "do the longer work in a revision of its own, before or after"),
    BACKFILL_WITH_DDL(
            "nobody can write to the table until all rows are written",
            "fill the rows in the next revision, in batches if there are many"),
    FOREIGN_KEY_WITHOUT_INDEX(
            "each delete from the referenced table, and each change of its key, reads the whole table",
            "create an index on the columns of the foreign key first"),
    TRUNCATED_TABLE(
            "all rows are gone, and nobody can read or write the table until the script ends",
            "delete the rows that are not needed, in batches"),
    DISABLED_TRIGGER(
            "what the trigger guards is no longer guarded, for every session",
            "enable it again in the same script, or drop it"),
    DATA_LOST_IN_UNDO(
            "taking the revision back does not bring back what was stored before it",
            "keep the data aside until the revision is there to stay, or accept that it is lost"),
    FAILS_ON_DATA(
            "the script works on empty tables and fails on filled ones", "make the rows fit in an earlier revision"),
    TIME_DEPENDENT(
            "each database gets another definition, by when and where the script ran, and none can be held to it",
            "write the value itself, or what the database works out when it is used: current_timestamp instead of "
                    + "'now'; what was applied is mended in the next revision");

    /// What keeps others waiting the longer the more rows a table has.
    public static final Set<Hazard> WAITING = Collections.unmodifiableSet(EnumSet.of(
            BLOCKING_INDEX,
            UNIQUE_WITHOUT_INDEX,
            VALIDATING_CONSTRAINT,
            TABLE_REWRITE,
            NOT_NULL_SCAN,
            VOLATILE_DEFAULT,
            TYPE_CHANGE,
            WORK_UNDER_EXCLUSIVE_LOCK,
            BACKFILL_WITH_DDL));

    private static final String FOLDER = "docs/hazards/";

    private final String effect;
    private final String remedy;

    Hazard(String effect, String remedy) {
        this.effect = effect;
        this.remedy = remedy;
    }

    public static Optional<Hazard> of(String code) {
        return Arrays.stream(values())
                .filter(hazard -> hazard.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Hazard::code).toList();
    }

    /// As headers and documents say it: `blocking-index`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What comes of it, in one line.
    public String effect() {
        return effect;
    }

    /// What to do instead, in one line.
    public String remedy() {
        return remedy;
    }

    /// From the top of the repository.
    public String page() {
        return FOLDER + code() + ".md";
    }
}
