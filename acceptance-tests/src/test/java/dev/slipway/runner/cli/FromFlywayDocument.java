package dev.slipway.runner.cli;

import dev.slipway.runner.command.FlywaySetting;
import dev.slipway.runner.command.FlywaySetting.Use;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `docs/how-to/from-flyway.md`, in which the tables of settings stand as the code knows them.
final class FromFlywayDocument {
    private static final String PAGE = "docs/how-to/from-flyway.md";
    private static final Pattern TABLE =
            Pattern.compile("(<!-- (\\w+): written from the code -->\n.*\n.*\n)[^<]*(<!-- end -->)");

    private FromFlywayDocument() {}

    static GeneratedDocument render() {
        return new GeneratedDocument(
                PAGE,
                TABLE.matcher(Checkout.read(PAGE))
                        .replaceAll(table -> Matcher.quoteReplacement(table.group(1)
                                + rows(Use.valueOf(table.group(2).toUpperCase(Locale.ROOT)))
                                + table.group(3))));
    }

    private static String rows(Use use) {
        return Arrays.stream(FlywaySetting.values())
                .filter(setting -> setting.use() == use)
                .map(setting -> "| `%s` | %s |\n".formatted(name(setting), setting.counterpart()))
                .collect(Collectors.joining());
    }

    private static String name(FlywaySetting setting) {
        return setting.isFamily() ? setting.key() + "NAME" : setting.key();
    }
}
