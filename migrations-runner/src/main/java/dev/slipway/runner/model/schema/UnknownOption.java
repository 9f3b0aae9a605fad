package dev.slipway.runner.model.schema;

/// An option that a server keeps in its catalog, of which nothing is known and which is therefore not compared.
///
/// @param objects how many objects have it
/// @param first one of these, as people say it: `column public.users.email`
public record UnknownOption(String name, int objects, String first) {
    /// In one line.
    public String text() {
        String more = objects == 1 ? "" : " and %d more".formatted(objects - 1);
        return "not compared, since nothing is known of it: option \"%s\" of %s%s".formatted(name, first, more);
    }
}
