package dev.slipway.runner.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamespaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TABLE | public.users | public",
                "COLUMN | \"Odd \"\"Names\".t.a | Odd \"Names",
                "OPERATOR | sales.!!(NONE, text) | sales",
                "SCHEMA | sales | sales",
                "COMMENT | schema sales | sales",
                "COMMENT | materialized view sales.totals | sales",
                "COMMENT | text search dictionary \"Odd Names\".words | Odd Names",
                "GRANT | schema sales to public | sales",
                "GRANT | column public.users.name to reader | public",
                "EXTENSION | citext | ",
                "CAST | text AS public.mood | ",
                "EVENT_TRIGGER | noted | ",
                "COMMENT | cast (pg_catalog.text AS public.mood) | ",
                "COMMENT | foreign server archive | ",
                "COMMENT | publication \"All\" | ",
            })
    void isTheSchemaInWhichAnObjectLies(ObjectKind kind, String name, String schema) {
        assertThat(Namespace.of(new SchemaObject.Key(kind, name)).orElse(null)).isEqualTo(schema);
    }
}
