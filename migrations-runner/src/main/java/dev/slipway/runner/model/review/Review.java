package dev.slipway.runner.model.review;

import java.util.List;
import java.util.function.UnaryOperator;

/// The remarks of one run.
///
/// @param command that made it
/// @param home where the scripts are, for what is said of no file
/// @param steps a table with a line of headings, or no line at all
/// @param summary all of it in one line
public record Review(String command, String home, List<List<String>> steps, List<Remark> remarks, String summary) {
    public Review {
        steps = steps.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
    }

    /// The same with all texts changed, for example without secrets.
    public Review map(UnaryOperator<String> change) {
        return new Review(
                command,
                change.apply(home),
                steps.stream().map(row -> row.stream().map(change).toList()).toList(),
                remarks.stream().map(remark -> remark.map(change)).toList(),
                change.apply(summary));
    }
}
