package dev.slipway.runner.model.schema;

import java.util.Locale;

/// What a schema object is, in the order in which lists show them.
public enum ObjectKind {
    EXTENSION,
    SCHEMA,
    COLLATION,
    TYPE,
    DOMAIN,
    SEQUENCE,
    FUNCTION,
    OPERATOR,
    CAST,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER,
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    VIEW,
    MATERIALIZED_VIEW,
    TRIGGER,
    RULE,
    POLICY,
    STATISTICS,
    PUBLICATION,
    EVENT_TRIGGER,
    COMMENT,
    GRANT;

    /// As people and the manifest say it: `materialized view`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
