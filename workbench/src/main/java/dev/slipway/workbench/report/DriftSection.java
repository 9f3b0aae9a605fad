package dev.slipway.workbench.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;

import j2html.tags.DomContent;
import org.jspecify.annotations.Nullable;

/// Each object that is not as it was proved, with both definitions.
final class DriftSection {
    private DriftSection() {}

    static DomContent of(@Nullable ReportedDrift drift) {
        if (drift == null) {
            return p("no database was asked");
        }
        String mend = drift.mend();
        return each(
                p(ReportText.of(drift.summary())),
                each(drift.differences(), difference -> pre(ReportText.of(String.join("\n", difference.lines())))),
                iff(mend != null, each(p("to make it as it was proved:"), pre(ReportText.of(String.valueOf(mend))))));
    }
}
