package dev.slipway.workbench.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import dev.slipway.runner.model.TextResource;
import j2html.tags.DomContent;

/// One HTML document that shows a report. It loads nothing, from nowhere.
public final class ReportPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private ReportPage() {}

    public static String of(ReportRequest request) {
        ReportedTenants tenants = request.tenants();
        String name = "Schema report";
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().attr("http-equiv", "Content-Security-Policy")
                                        .withContent(POLICY),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                title(name),
                                style().with(rawHtml(resource("report.css"))),
                                script().with(rawHtml(resource("report.js")))),
                        body(
                                header(h1(name), SummarySection.of(request)),
                                main(
                                        part("schema", "Schema", DiagramSection.of(request)),
                                        tenants == null
                                                ? each(
                                                        part("pending", "Pending", PendingSection.of(request)),
                                                        part("drift", "Drift", DriftSection.of(request.drift())))
                                                : part("tenants", "Tenants", TenantsSection.of(tenants)),
                                        part("revisions", "Revisions", RevisionsSection.of(request)))))
                .withLang("en"));
    }

    private static DomContent part(String id, String heading, DomContent content) {
        return section(h2(heading), content).withId(id);
    }

    private static String resource(String name) {
        return TextResource.read(ReportPage.class, name);
    }
}
