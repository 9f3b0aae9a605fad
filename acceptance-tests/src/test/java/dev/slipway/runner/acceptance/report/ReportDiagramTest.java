package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The diagram of the schema and the graph of revisions.
final class ReportDiagramTest {
    /// Each part of the diagram that is shown, and how it differs.
    private static final String DIAGRAM = """
        [...document.querySelectorAll('svg g:not(.absent)')]
            .map(part => [part.getAttribute('class'), part.querySelector(':scope > text, :scope > title').textContent]
                .join(': '))
            .join('\\n') + '\\n' + text('difference')""";

    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path folder;

    @BeforeEach
    void scripts() {
        ReportedScripts.write(project);
    }

    @Test
    void theDiagramIsThatOfTheLastRevisionOfOneThatIsChosenOrOfTheDifferenceOfTwo() throws Exception {
        assertThat(page("").evaluate(DIAGRAM)).isEqualTo("""
            foreign-key: public.orders → public.users
            table: orders
            column: PK bigint not null
            column: FK bigint not null
            table: users
            column: PK bigint not null
            column: character varying(40)
            """);
        assertThat(page("#at=1").evaluate(DIAGRAM)).isEqualTo("""
            table: users
            column: PK bigint not null
            column: character varying(20)
            column: text
            """);
        assertThat(page("#at=3&with=1").evaluate(DIAGRAM)).isEqualTo("""
            foreign-key added: public.orders → public.users
            table added: orders
            column added: PK bigint not null
            column added: FK bigint not null
            table: users
            column: PK bigint not null
            column changed: character varying(20) → character varying(40)
            column removed: text
            foreign keys added: 1, tables added: 1, columns added: 2, columns changed: 1, columns removed: 1""");
    }

    @Test
    void aChoiceStandsInTheAddress() throws Exception {
        assertThat(page("").evaluate("""
                (() => {
                    const choice = document.getElementById('with');
                    choice.value = '1';
                    choice.dispatchEvent(new Event('change', { bubbles: true }));
                    return window.location.hash + ' ' + text('difference');
                })()""")).isEqualTo("#at=3&with=2 columns removed: 1");
    }

    @Test
    void branchesAreDrawn() throws Exception {
        project.without("V3__no_nick.sql")
                .without("manifest.json")
                .with("V3__city.sql", "-- revises: 1\nalter table users add city text;")
                .with("V4__join.sql", "-- revises: 2, 3\nselect 4;");
        ProvedScripts.write(project.folder());
        assertThat(page("").evaluate(
                                "[...document.querySelectorAll('.graph')].map(each => each.textContent).join('\\n')"))
                .isEqualTo("""
                    *
                    |\\
                    * |
                    | *
                    |/
                    *
                    """);
        assertThat(page("#at=3&with=1").evaluate("text('difference')")).isEqualTo("columns added: 1");
    }

    private ShownPage page(String fragment) {
        Path file = folder.resolve("report.html");
        project.offline("report", "--output", file.toString());
        return new ShownPage(file, fragment);
    }
}
