package dev.slipway.workbench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The name that stands for two.
final class AlignedNameTest {
    @ParameterizedTest
    @CsvSource({
        "public.log_2026_11, public.log_2028_01, public.log_<number>_<number>",
        "public.log_2026_11, public.log_2027_11, public.log_<number>_11",
        "public.p202611, public.p202801, public.p<number>",
        "public.log_2026.log_2026_pkey, public.log_2028.log_2028_pkey, public.log_<number>.log_<number>_pkey",
        "public.t_0c1d9e, public.t_77aa0b, public.t_<hex>",
        "tmp-487efe81-8260-430d-b2dd, tmp-cbafa311-1048-4e15-b291, tmp-<hex>-<hex>-<hex>-<hex>",
        "tmp-487efe81-a260, tmp-cbafa311-a104, tmp-<hex>-<hex>",
        "public.t_nov, public.t_jan, public.t_<word>",
        "public.same, public.same, public.same",
    })
    void hasAGapWhereTheyDiffer(String one, String other, String both) {
        assertThat(AlignedName.of(one, other)).map(AlignedName::name).contains(both);
    }

    @Test
    void otherSignsMakeAnotherName() {
        assertThat(AlignedName.of("public.log_2026_11", "public.log_2026")).isEmpty();
        assertThat(AlignedName.of("public.log_2026", "public.log2026")).isEmpty();
    }
}
