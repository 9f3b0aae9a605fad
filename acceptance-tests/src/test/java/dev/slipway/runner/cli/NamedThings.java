package dev.slipway.runner.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The types, packages and paths a document names between backquotes.
record NamedThings(List<String> all) {
    private static final String SOURCES = "migrations-runner/src/main/java/dev/slipway/runner/";
    private static final Pattern NAME = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]*[a-z][A-Za-z]*(\\.[A-Z][A-Za-z]+)*");
    private static final Pattern PACKAGE = Pattern.compile("(cli|command|engine|postgres|model)(\\.[a-z]+)*");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_.-]*/[A-Za-z0-9_./-]*|[A-Za-z0-9_-]+\\.(md|xml|yml)");

    static NamedThings in(String document) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(Checkout.read(document));
        while (matcher.find()) {
            String name = matcher.group(1);
            if (Stream.of(TYPE, PACKAGE, PATH)
                    .anyMatch(form -> form.matcher(name).matches())) {
                names.add(name);
            }
        }
        return new NamedThings(names);
    }

    List<String> missing() {
        Set<String> types = types();
        return all.stream().filter(name -> !exists(name, types)).toList();
    }

    private static boolean exists(String name, Set<String> types) {
        if (TYPE.matcher(name).matches()) {
            return types.contains(name.substring(name.lastIndexOf('.') + 1));
        }
        return PACKAGE.matcher(name).matches()
                ? Files.isDirectory(Checkout.path(SOURCES + name.replace('.', '/')))
                : Files.exists(Checkout.path(name));
    }

    /// All types of the checkout, nested ones included.
    private static Set<String> types() {
        Pattern declaration = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");
        return Checkout.files(".java").stream()
                .flatMap(file -> declaration.matcher(Checkout.read(file)).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
