package dev.slipway.workbench.report;

import dev.slipway.runner.model.SecretShapes;

/// Text from scripts and databases as a report may show it: without secrets, and without characters that change the
/// order in which others are read.
final class ReportText {
    private ReportText() {}

    static String of(String text) {
        return SecretShapes.mask(text).replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "\uFFFD");
    }
}
