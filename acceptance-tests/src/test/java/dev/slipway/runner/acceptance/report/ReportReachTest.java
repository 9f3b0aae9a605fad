package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page in the light, in the dark, and with the keyboard alone.
final class ReportReachTest {
    /// Colours of text and ground, and the least contrast of all text on it, by the rule of WCAG.
    private static final String COLOURS = """
            (() => {
              const numbers = colour => colour.match(/[0-9.]+/g).map(Number);
              const light = colour => numbers(colour).slice(0, 3).map(each => each / 255)
                .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
                .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
              const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              const style = element => window.getComputedStyle(element);
              const ground = element => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = style(at).backgroundColor;
                  if (numbers(colour)[3] !== 0) {
                    return colour;
                  }
                }
                return 'rgb(255, 255, 255)';
              };
              const texts = [...document.querySelectorAll('body *')].filter(each => !each.closest('svg, script, style')
                && [...each.childNodes].some(child => child.nodeType === 3 && child.textContent.trim()));
              const low = texts.filter(each => contrast(light(style(each).color), light(ground(each))) < 4.5);
              return style(document.body).color + ' on ' + style(document.body).backgroundColor
                + ', too faint: ' + (low.map(each => each.outerHTML).join('; ') || 'nothing');
            })()""";

    private static final String FOCUSED = """
            [...document.querySelectorAll('summary, select, button, #diagram')]
              .map(each => { each.focus(); return each.localName + (document.activeElement === each ? '' : ' is out of reach'); })
              .filter((each, index, all) => all.indexOf(each) === index).sort().join(', ')""";

    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void written() {
        ReportedScripts.write(project);
        file = folder.resolve("report.html");
        assertThat(project.offline("report", "--output", file.toString()).exitCode())
                .isZero();
    }

    @Test
    void allTextCanBeReadInTheLightAndInTheDark() throws Exception {
        assertThat(new ShownPage(file, "").evaluate(COLOURS))
                .isEqualTo("rgb(31, 35, 40) on rgb(255, 255, 255), too faint: nothing");
        assertThat(new ShownPage(file, "").evaluateInTheDark(COLOURS))
                .isEqualTo("rgb(240, 246, 252) on rgb(13, 17, 23), too faint: nothing");
    }

    @Test
    void whatCanBeUsedIsReachedWithTheKeyboard() throws Exception {
        assertThat(new ShownPage(file, "").evaluate(FOCUSED)).isEqualTo("div, select, summary");
    }
}
