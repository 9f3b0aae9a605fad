package dev.slipway.runner.model.schema;

import java.math.BigInteger;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Of a schema: the sum of the hashes of all its objects, modulo 2^256. So it follows what a script changes, whatever
/// else there is (Clarke et al., "Incremental Multiset Hash Functions", 2003). It tells mistakes, not forgeries.
public record Fingerprint(BigInteger sum) {
    public static final Fingerprint NONE = new Fingerprint(BigInteger.ZERO);

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    static Fingerprint of(Collection<SchemaObject> objects) {
        return new Fingerprint(objects.stream()
                .map(SchemaObject::number)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(MODULUS));
    }

    /// That of the schema in which the second object stands in the place of the first.
    ///
    /// @param before null if there was none
    /// @param after null if there is none
    public Fingerprint with(@Nullable SchemaObject before, @Nullable SchemaObject after) {
        return new Fingerprint(sum.subtract(number(before)).add(number(after)).mod(MODULUS));
    }

    private static BigInteger number(@Nullable SchemaObject object) {
        return object == null ? BigInteger.ZERO : object.number();
    }

    /// 64 hexadecimal digits.
    public String text() {
        return "%064x".formatted(sum);
    }
}
