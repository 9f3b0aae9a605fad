package dev.slipway.workbench.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.form;
import static j2html.TagCreator.label;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import j2html.tags.DomContent;
import j2html.tags.specialized.SelectTag;
import java.util.List;

/// The diagram of the schema, at a revision or between two.
final class DiagramSection {
    private DiagramSection() {}

    static DomContent of(ReportRequest request) {
        Manifest manifest = request.manifest();
        if (manifest == null || manifest.revisions().isEmpty()) {
            return p("unknown: there is no manifest.json; `slipway prove` writes it");
        }
        SchemaTimeline timeline = SchemaTimeline.of(manifest);
        List<String> position =
                request.history().position().stream().map(Version::toString).toList();
        return div(
                form(
                                label("At ").with(choice("at", timeline, position, timeline.last())),
                                label("compared with ").with(choice("with", timeline, position, -1)))
                        .withId("choice"),
                p().withId("difference").attr("role", "status"),
                noscript(p("without JavaScript this is the schema of the last revision")),
                div(new DiagramSvg(timeline).svg()).withId("diagram").attr("tabindex", "0"));
    }

    private static SelectTag choice(String id, SchemaTimeline timeline, List<String> position, int selected) {
        SelectTag select = select().withId(id);
        select.with(option("nothing").withValue("-1").attr("data-name", "nothing"));
        for (int place = 0; place < timeline.places().size(); place++) {
            String name = timeline.places().get(place);
            select.with(option(position.contains(name) ? name + " (the database)" : name)
                    .withValue(String.valueOf(place))
                    .attr("data-name", name)
                    .withCondSelected(place == selected));
        }
        return select;
    }
}
