package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import java.util.Locale;

/// One query of the catalog: which kind of objects it gives, and the file that holds it.
enum Part {
    SCHEMAS(ObjectKind.SCHEMA),
    EXTENSIONS(ObjectKind.EXTENSION),
    COLLATIONS(ObjectKind.COLLATION),
    TYPES(ObjectKind.TYPE),
    DOMAINS(ObjectKind.DOMAIN),
    SEQUENCES(ObjectKind.SEQUENCE),
    FUNCTIONS(ObjectKind.FUNCTION),
    OPERATORS(ObjectKind.OPERATOR),
    CASTS(ObjectKind.CAST),
    TEXT_SEARCH_DICTIONARIES(ObjectKind.TEXT_SEARCH_DICTIONARY),
    TEXT_SEARCH_CONFIGURATIONS(ObjectKind.TEXT_SEARCH_CONFIGURATION),
    FOREIGN_DATA_WRAPPERS(ObjectKind.FOREIGN_DATA_WRAPPER),
    FOREIGN_SERVERS(ObjectKind.FOREIGN_SERVER),
    TABLES(ObjectKind.TABLE),
    COLUMNS(ObjectKind.COLUMN),
    CONSTRAINTS(ObjectKind.CONSTRAINT),
    INDEXES(ObjectKind.INDEX),
    VIEWS(ObjectKind.VIEW),
    MATERIALIZED_VIEWS(ObjectKind.MATERIALIZED_VIEW),
    TRIGGERS(ObjectKind.TRIGGER),
    RULES(ObjectKind.RULE),
    POLICIES(ObjectKind.POLICY),
    STATISTICS(ObjectKind.STATISTICS),
    PUBLICATIONS(ObjectKind.PUBLICATION),
    EVENT_TRIGGERS(ObjectKind.EVENT_TRIGGER),
    RELATION_COMMENTS(ObjectKind.COMMENT),
    COMMENTS(ObjectKind.COMMENT),
    GRANTS(ObjectKind.GRANT);

    private final ObjectKind kind;

    Part(ObjectKind kind) {
        this.kind = kind;
    }

    ObjectKind kind() {
        return kind;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
    }
}
