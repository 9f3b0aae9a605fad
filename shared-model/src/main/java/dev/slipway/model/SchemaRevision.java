package dev.slipway.model;

/// The revision of the schema that the entities of this module were written for.
public final class SchemaRevision {
    /// The newest reference script's version; a service with these entities needs it or one that only expands it.
    public static final String REQUIRED = "8";

    private SchemaRevision() {}
}
