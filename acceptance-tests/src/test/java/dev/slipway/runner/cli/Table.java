package dev.slipway.runner.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The rows of the first table in a document.
public final class Table {
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private Table() {}

    public static List<List<String>> rows(String document) {
        return Checkout.read(document)
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1))
                .toList();
    }

    public static List<String> column(String document, int index) {
        return rows(document).stream().map(row -> row.get(index)).toList();
    }

    /// What stands behind `slipway`.
    public static String[] arguments(String command) {
        if (!command.startsWith("slipway")) {
            throw new IllegalArgumentException(command);
        }
        return ARGUMENT.matcher(command)
                .results()
                .skip(1)
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toArray(String[]::new);
    }
}
