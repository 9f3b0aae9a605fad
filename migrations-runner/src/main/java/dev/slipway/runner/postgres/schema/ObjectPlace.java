package dev.slipway.runner.postgres.schema;

/// Where an object stands in the catalog: with its relation, or with all others of its part.
sealed interface ObjectPlace {
    record OfRelation(long number) implements ObjectPlace {}

    record OfPart(CatalogPart part) implements ObjectPlace {}

    /// @param relation its number, 0 if the object belongs to none
    static ObjectPlace of(long relation, CatalogPart part) {
        return relation == 0 ? new OfPart(part) : new OfRelation(relation);
    }
}
