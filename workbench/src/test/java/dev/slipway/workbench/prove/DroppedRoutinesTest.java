package dev.slipway.workbench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DroppedRoutinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        drop function price(int)                                             | true
        DROP  /* the old one */ FUNCTION IF EXISTS shop . Price (int) cascade | true
        drop routine tax, "price"                                            | true
        drop procedure shop."price"(inout a int)                             | true
        drop aggregate price(*)                                              | true
        do $$ begin drop function price(int); end $$                         | true
        do language plpgsql $a$ begin execute 'drop function price(int)'; end $a$ | true
        do 'begin drop function price(int); end'                             | true
        begin; drop function tax(); drop function price(int); commit         | true
        drop function "Price"(int)                                           | false
        drop function price_old(int)                                         | false
        drop function prices(int); select price(1)                           | false
        drop function tax(price)                                             | false
        -- drop function price(int)                                          | false
        /* drop function price(int) */ select 1                              | false
        select 'drop function price(int)'                                    | false
        comment on table a is $$drop function price(int)$$                   | false
        drop table price; create function f() returns int language sql return 1 | false
        create function f() returns void language plpgsql as $$ begin drop function price(int); end $$ | false
        """)
    void aDropIsFoundWhereTheServerSeesOne(String sql, boolean found) {
        assertThat(DroppedRoutines.in(sql).contains("price")).isEqualTo(found);
    }

    @Test
    void theLastPartOfANameIsWithoutQuotes() {
        assertThat(DroppedRoutines.lastPart("public.price(integer)")).isEqualTo("price");
        assertThat(DroppedRoutines.lastPart("shop.\"Pri.\"\"ce(\"(text, \"a.b\")"))
                .isEqualTo("Pri.\"ce(");
    }
}
