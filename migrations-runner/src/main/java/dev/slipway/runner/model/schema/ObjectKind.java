package dev.slipway.runner.model.schema;

import java.util.Locale;

/// What a schema object is, in the order in which lists show them.
public enum ObjectKind {
    EXTENSION,
    SCHEMA,
    TYPE,
    DOMAIN,
    SEQUENCE,
    FUNCTION,
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
    COMMENT,
    GRANT;

    /// As people and the manifest say it: `materialized view`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
