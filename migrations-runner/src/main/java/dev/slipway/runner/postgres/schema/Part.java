package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import java.util.Locale;

/// One query of the catalog: which kind of objects it gives, and the file that holds it.
enum Part {
    SCHEMAS(ObjectKind.SCHEMA),
    EXTENSIONS(ObjectKind.EXTENSION),
    TYPES(ObjectKind.TYPE),
    DOMAINS(ObjectKind.DOMAIN),
    SEQUENCES(ObjectKind.SEQUENCE),
    FUNCTIONS(ObjectKind.FUNCTION),
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
