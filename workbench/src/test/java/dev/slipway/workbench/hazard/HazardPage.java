package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.hazard.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `docs/hazards/` says of a hazard: texts, and scripts that are run on a real server to show it.
///
/// @param bad what has the hazard after the setup
/// @param good what does the same without a hazard, one revision after the other
public record HazardPage(Hazard hazard, String about, String setup, Sql bad, List<Sql> good) {
    private static final String PAGE = """
        # %s

        %s. %s.

        ## Impact

        %s

        ## Found when

        %s

        ## Example

        Given

        %s

        this%s has the hazard:

        %s

        %s

        %s

        ## Allow it

        If it does no harm, for example because the table is small, say so in the first lines of the script:

        ```sql
        -- allow: %s REASON
        ```

        Never change a script that was applied. Put the comment into a file beside it, `V7__orders.sql.conf`, which Flyway
        ignores:

        ```
        # allow: %s REASON
        ```

        ## Source

        %s

        ---

        This page is written by `scripts/write-docs`. A test runs the scripts on a real server: the first has this hazard and
        no other, the others have none.
        """;

    /// @param undo whether it takes a revision back
    public record Sql(String text, boolean undo) {}

    public static HazardPage of(Hazard hazard) {
        List<Sql> good = new ArrayList<>();
        for (Optional<Sql> next = sql(hazard, "good-1"); next.isPresent(); ) {
            good.add(next.get());
            next = sql(hazard, "good-" + (good.size() + 1));
        }
        return new HazardPage(
                hazard,
                text(hazard, "about.txt").orElseThrow(),
                text(hazard, "setup.sql").orElseThrow(),
                sql(hazard, "bad").orElseThrow(),
                good);
    }

    private static Optional<Sql> sql(Hazard hazard, String name) {
        return text(hazard, name + ".sql")
                .map(text -> new Sql(text, false))
                .or(() -> text(hazard, name + "-undo.sql").map(text -> new Sql(text, true)));
    }

    /// A file of the hazard, if it has one of this name.
    static Optional<String> text(Hazard hazard, String name) {
        String path = hazard.code() + "/" + name;
        return HazardPage.class.getResource(path) == null
                ? Optional.empty()
                : Optional.of(TextResource.read(HazardPage.class, path));
    }

    public String render() {
        String[] parts = about.strip().split("\n\n", -1);
        return PAGE.formatted(
                hazard.code(),
                sentence(hazard.effect()),
                sentence(hazard.remedy()),
                parts[1],
                parts[0],
                block(setup),
                bad.undo() ? " undo script" : "",
                block(bad.text()),
                good.size() == 1 ? "This does not:" : "These do not, each in a revision of its own:",
                good.stream().map(sql -> block(sql.text())).collect(Collectors.joining("\n\n")),
                hazard.code(),
                hazard.code(),
                parts[2]);
    }

    /// `docs/hazards/README.md`.
    public static String index() {
        StringBuilder rows = new StringBuilder();
        for (Hazard hazard : Hazard.values()) {
            rows.append("| [`%s`](%s.md) | %s |\n".formatted(hazard.code(), hazard.code(), hazard.effect()));
        }
        return """
            # Hazards

            What can go wrong when a script meets traffic or data. `slipway prove` finds them by running each script on a
            scratch database and looking at what PostgreSQL locked, read and wrote. What a script does to tables that it
            creates itself is no hazard, since nobody uses them yet.

            A script that may have a hazard says so in its first lines, with a reason: `-- allow: blocking-index REASON`. Of one
            that was applied the file beside it says so, `V7__orders.sql.conf`: `# allow: blocking-index REASON`.

            | hazard | impact |
            |---|---|
            """ + rows;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String block(String sql) {
        return "```sql\n%s\n```".formatted(sql.strip());
    }

    @Override
    public String toString() {
        return hazard.code();
    }
}
