package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workbench.table.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NameCheckTest {
    @Test
    void readsAsManyValuesAsThereAre() {
        List<String> values = IntStream.range(0, 3_000)
                .mapToObj(i -> "CAN_DO_WHAT_IS_NUMBER_" + i)
                .toList();
        String list = values.stream().map("'%s'::character varying"::formatted).collect(Collectors.joining(", "));

        assertThat(values("CHECK (((right_of)::text = ANY ((ARRAY[%s])::text[])))".formatted(list)))
                .contains(values);
    }

    @Test
    void readsEachFormOfPostgres() {
        assertThat(values("CHECK ((kind = ANY (ARRAY['it''s'::text, ''::text])))"))
                .contains(List.of("it's", ""));
        assertThat(
                        values(
                                "CHECK (((kind)::text = ANY ((ARRAY['a]'::character varying(9), 'b'::character varying])::text[]))) NOT VALID"))
                .contains(List.of("a]", "b"));
        assertThat(values("CHECK (((kind)::text = 'a'::text))")).contains(List.of("a"));
        assertThat(values("CHECK (((kind)::text = ('a'::character varying)::text))"))
                .contains(List.of("a"));
        assertThat(
                        values(
                                "CHECK (((kind)::text = ANY (ARRAY[('a'::character varying)::text, ('b)'::character varying)::text])))"))
                .contains(List.of("a", "b)"));
    }

    @Test
    void readsNothingElse() {
        assertThat(values("CHECK ((kind = ANY (ARRAY['a'::text, lower('b'::text)])))"))
                .isEmpty();
        assertThat(values("CHECK (((kind)::text = ANY (ARRAY['a'::text, upper('b'::text)])))"))
                .isEmpty();
        assertThat(values("CHECK ((kind <> 'a'::text))")).isEmpty();
        assertThat(values("CHECK (((kind = 'a'::text) OR (size = 1)))")).isEmpty();
    }

    private static Optional<List<String>> values(String definition) {
        return NameCheck.values(new TableDefinition.Check("kind_check", List.of("kind"), definition, definition));
    }
}
