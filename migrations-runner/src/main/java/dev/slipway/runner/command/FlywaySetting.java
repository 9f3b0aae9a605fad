package dev.slipway.runner.command;

import static dev.slipway.runner.command.FlywaySetting.Use.NEEDLESS;
import static dev.slipway.runner.command.FlywaySetting.Use.UNDERSTOOD;
import static dev.slipway.runner.command.FlywaySetting.Use.WITHOUT;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that Flyway can be told, and what becomes of it here: the one place that knows the names.
///
/// The names are kept here because they are looked for without loading Flyway; a test holds them to its own list, and
/// `docs/how-to/from-flyway.md` is written from them.
public enum FlywaySetting {
    URL("url", UNDERSTOOD, "`--url`"),
    USER("user", UNDERSTOOD, "`DATABASE_USER`, for the `url` of Flyway"),
    PASSWORD("password", UNDERSTOOD, "`DATABASE_PASSWORD`, for the `url` of Flyway"),
    JDBC_PROPERTIES("jdbcProperties.", UNDERSTOOD, "parameters of the `url` of Flyway"),
    ENVIRONMENT("environment", UNDERSTOOD, "which of `[environments]` in `flyway.toml` counts"),
    CONFIG_FILES("configFiles", UNDERSTOOD, "more files to read, as a variable only"),
    CONFIG_FILE_ENCODING("configFileEncoding", UNDERSTOOD, "how `.conf` files are encoded, as a variable only"),
    DEFAULT_SCHEMA("defaultSchema", UNDERSTOOD, "`--default-schema`"),
    SCHEMAS("schemas", UNDERSTOOD, "the first one is `--default-schema`, and all that are missing are made"),
    TABLE("table", UNDERSTOOD, "`--history-table`"),
    LOCATIONS("locations", UNDERSTOOD, "`--locations`; `classpath:` is looked for in `src/main/resources` first"),
    FAIL_ON_MISSING_LOCATIONS("failOnMissingLocations", UNDERSTOOD, "whether a location that is missing is refused"),
    TARGET("target", UNDERSTOOD, "the TARGET of `upgrade` and `plan`"),
    BASELINE_VERSION("baselineVersion", UNDERSTOOD, "the TARGET of `stamp`, if it is not named"),
    OUT_OF_ORDER("outOfOrder", UNDERSTOOD, "`--allow-out-of-order`"),
    PLACEHOLDERS("placeholders.", UNDERSTOOD, "`--placeholder`"),
    PLACEHOLDER_PREFIX("placeholderPrefix", UNDERSTOOD, "as in Flyway"),
    PLACEHOLDER_SUFFIX("placeholderSuffix", UNDERSTOOD, "as in Flyway"),
    PLACEHOLDER_SEPARATOR("placeholderSeparator", UNDERSTOOD, "as in Flyway"),
    PLACEHOLDER_REPLACEMENT("placeholderReplacement", UNDERSTOOD, "as in Flyway; `-- placeholders: off` in a script"),
    SQL_MIGRATION_PREFIX("sqlMigrationPrefix", UNDERSTOOD, "as in Flyway"),
    UNDO_SQL_MIGRATION_PREFIX("undoSqlMigrationPrefix", UNDERSTOOD, "as in Flyway"),
    REPEATABLE_SQL_MIGRATION_PREFIX("repeatableSqlMigrationPrefix", UNDERSTOOD, "as in Flyway"),
    BASELINE_MIGRATION_PREFIX("baselineMigrationPrefix", UNDERSTOOD, "as in Flyway"),
    SQL_MIGRATION_SEPARATOR("sqlMigrationSeparator", UNDERSTOOD, "as in Flyway"),
    SQL_MIGRATION_SUFFIXES("sqlMigrationSuffixes", UNDERSTOOD, "as in Flyway"),
    VALIDATE_MIGRATION_NAMING("validateMigrationNaming", UNDERSTOOD, "whether every misnamed file is refused"),
    ENCODING("encoding", UNDERSTOOD, "as in Flyway"),
    EXECUTE_IN_TRANSACTION("executeInTransaction", UNDERSTOOD, "as in Flyway; `-- transaction: off` in a script"),

    CONNECT_RETRIES("connectRetries", NEEDLESS, "it waits for the database: `--wait-timeout`"),
    CONNECT_RETRIES_INTERVAL("connectRetriesInterval", NEEDLESS, "it waits for the database: `--wait-timeout`"),
    LOCK_RETRY_COUNT("lockRetryCount", NEEDLESS, "it waits for another runner: `--run-lock-timeout`"),
    TRANSACTIONAL_LOCK("postgresql.transactional.lock", NEEDLESS, "the lock needs no transaction of its own"),
    FAIL_ON_MISSING_TARGET("failOnMissingTarget", NEEDLESS, "a target that is missing is always refused"),
    CLEAN_DISABLED("cleanDisabled", NEEDLESS, "nothing here empties a database"),
    DRIVER("driver", NEEDLESS, "it is always PostgreSQL's"),
    MIXED("mixed", NEEDLESS, "what cannot run in a transaction is found"),
    BATCH("batch", NEEDLESS, "statements are sent as fast as the database takes them"),
    STREAM("stream", NEEDLESS, "statements are sent as fast as the database takes them"),
    JAR_DIRS("jarDirs", NEEDLESS, "there is no Java in scripts"),
    SKIP_DEFAULT_CALLBACKS("skipDefaultCallbacks", NEEDLESS, "callbacks are never run"),
    OUTPUT_QUERY_RESULTS("outputQueryResults", NEEDLESS, "rows are counted, not shown"),
    OUTPUT_TYPE("outputType", NEEDLESS, "it is for Flyway's own output: `--format json`"),
    OUTPUT_PROGRESS("outputProgress", NEEDLESS, "it is for Flyway's own output"),
    OUTPUT_LOGS_IN_JSON("outputLogsInJson", NEEDLESS, "it is for Flyway's own output"),
    COLOR("color", NEEDLESS, "it is for Flyway's own output"),
    LOGGERS("loggers", NEEDLESS, "it is for Flyway's own output"),
    REPORT_ENABLED("reportEnabled", NEEDLESS, "it is for Flyway's own output"),
    REPORT_FILENAME("reportFilename", NEEDLESS, "it is for Flyway's own output"),
    COMMUNITY_DB_SUPPORT("communityDBSupportEnabled", "COMMUNITY_DB_SUPPORT_DISABLED", "it is for other databases"),
    CONFIGURATIONS("configurations", NEEDLESS, "it is for Gradle"),
    POWERSHELL_EXECUTABLE("powershellExecutable", NEEDLESS, "scripts are SQL"),
    SCRIPT_PLACEHOLDER_PREFIX("scriptPlaceholderPrefix", NEEDLESS, "scripts are SQL"),
    SCRIPT_PLACEHOLDER_SUFFIX("scriptPlaceholderSuffix", NEEDLESS, "scripts are SQL"),
    PROVISION_MODE("provisionMode", NEEDLESS, "it is for Flyway's paid editions"),
    LICENSE_KEY("licenseKey", NEEDLESS, "it is for Flyway's paid editions"),
    EMAIL("email", NEEDLESS, "it is for Flyway's paid editions"),
    TOKEN("token", NEEDLESS, "it is for Flyway's paid editions"),
    OFFLINE_PERMIT_PATH("offlinePermitPath", NEEDLESS, "it is for Flyway's paid editions"),

    BASELINE_ON_MIGRATE("baselineOnMigrate", WITHOUT, "`adopt` finds where a database is, `stamp` records it", "false"),
    BASELINE_DESCRIPTION("baselineDescription", WITHOUT, "`stamp` records each version", "<< Flyway Baseline >>"),
    SKIP_EXECUTING_MIGRATIONS("skipExecutingMigrations", WITHOUT, "`stamp head`", "false"),
    INIT_SQL("initSql", WITHOUT, "`alter role ... set`, or `--owner-role`", ""),
    INSTALLED_BY("installedBy", WITHOUT, "the history names the role that signed in", ""),
    TABLESPACE("tablespace", WITHOUT, "the history lies in the one of the database", ""),
    CREATE_SCHEMAS("createSchemas", WITHOUT, "with `false` only a default schema that is missing is made", "true"),
    GROUP("group", WITHOUT, "each script has a transaction of its own", "false"),
    VALIDATE_ON_MIGRATE("validateOnMigrate", WITHOUT, "a script that was changed is always refused", "true"),
    IGNORE_MIGRATION_PATTERNS("ignoreMigrationPatterns", WITHOUT, "what the scripts lack is refused", "*:future"),
    CALLBACKS("callbacks", WITHOUT, "callbacks are not run", ""),
    CALLBACK_LOCATIONS("callbackLocations", WITHOUT, "callbacks are not run", ""),
    RESOLVERS("resolvers", WITHOUT, "scripts are SQL", ""),
    SKIP_DEFAULT_RESOLVERS("skipDefaultResolvers", WITHOUT, "scripts are SQL", "false"),
    DETECT_ENCODING("detectEncoding", WITHOUT, "name it with `encoding`", "false"),
    DRY_RUN_OUTPUT("dryRunOutput", WITHOUT, "`upgrade --sql` writes the script", ""),
    ERROR_OVERRIDES("errorOverrides", WITHOUT, "an error is an error", ""),
    KERBEROS_CONFIG_FILE("kerberosConfigFile", WITHOUT, "`-Djava.security.krb5.conf` in `JAVA_TOOL_OPTIONS`", "");

    /// What becomes of a setting.
    public enum Use {
        /// it does here what it does in Flyway
        UNDERSTOOD,
        /// nothing is missed without it
        NEEDLESS,
        /// it would change something, and does not
        WITHOUT
    }

    public static final String PREFIX = "flyway.";
    static final String VARIABLE_PREFIX = "FLYWAY_";

    private final String name;
    private final String variable;
    private final Use use;
    private final String counterpart;
    private final String neutral;

    FlywaySetting(String name, Use use, String counterpart) {
        this(name, use, counterpart, "");
    }

    FlywaySetting(String name, String variable, String counterpart) {
        this(name, variable, NEEDLESS, counterpart, "");
    }

    FlywaySetting(String name, Use use, String counterpart, String neutral) {
        this(name, snakeCase(name), use, counterpart, neutral);
    }

    FlywaySetting(String name, String variable, Use use, String counterpart, String neutral) {
        this.name = name;
        this.variable = variable;
        this.use = use;
        this.counterpart = counterpart;
        this.neutral = neutral;
    }

    private static String snakeCase(String name) {
        return name.replace("dryRun", "dryrun")
                .replaceAll("(?=[A-Z])", "_")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /// For example `flyway.sqlMigrationPrefix`; the name of a family ends with a dot.
    public String key() {
        return PREFIX + name;
    }

    /// For example `FLYWAY_SQL_MIGRATION_PREFIX`; that of a family ends with `_`.
    public String variable() {
        return VARIABLE_PREFIX + variable;
    }

    public Use use() {
        return use;
    }

    /// What does the same here, or why nothing has to, in Markdown.
    public String counterpart() {
        return counterpart;
    }

    /// Whether it stands for all names that begin with its own.
    public boolean isFamily() {
        return name.endsWith(".");
    }

    /// Whether somebody who gave it this value should know that it is not obeyed.
    boolean isMissed(String value) {
        return use == WITHOUT && !value.isBlank() && !value.strip().equals(neutral);
    }

    static Optional<FlywaySetting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.isFamily() ? key.startsWith(setting.key()) : key.equals(setting.key()))
                .findFirst();
    }

    static Optional<FlywaySetting> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(setting ->
                        setting.isFamily() ? name.startsWith(setting.variable()) : name.equals(setting.variable()))
                .findFirst();
    }
}
