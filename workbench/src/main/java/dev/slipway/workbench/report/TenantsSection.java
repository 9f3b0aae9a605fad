package dev.slipway.workbench.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;

/// The tenants of which the same is to be said together, with their names.
final class TenantsSection {
    private TenantsSection() {}

    static DomContent of(ReportedTenants tenants) {
        return each(tenants.groups(), TenantsSection::of);
    }

    private static DomContent of(ReportedTenants.Group group) {
        return details(
                summary(ReportText.of("%d %s".formatted(group.tenants().size(), group.words()))),
                ul(each(group.tenants(), tenant -> li(ReportText.of(tenant)))));
    }
}
