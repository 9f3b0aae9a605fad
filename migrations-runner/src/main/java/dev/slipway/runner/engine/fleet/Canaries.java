package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tenants that go first: `5%` of all, `3` of them, or those with a label (`@canary`). By share and number they are
/// always the same ones, and at least one.
public sealed interface Canaries {
    /// A share in percent.
    record Share(int percent) implements Canaries {}

    /// So many.
    record Count(int number) implements Canaries {}

    /// Those with a label.
    record Labeled(String label) implements Canaries {}

    Pattern FORM = Pattern.compile("(?:(?<percent>[1-9]\\d?|100)%|(?<number>[1-9]\\d{0,6})|@(?<label>[\\w=.-]+))");

    /// @throws SlipwayException with a usage failure
    static Canaries parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new SlipwayException(new UsageFailure(
                    "--canary \"%s\" is no part of the tenants".formatted(text),
                    "give a share (5%), a number (3), or a label (@canary)"));
        }
        if (form.group("percent") != null) {
            return new Share(Integer.parseInt(form.group("percent")));
        }
        return form.group("number") != null
                ? new Count(Integer.parseInt(form.group("number")))
                : new Labeled(form.group("label"));
    }

    /// In the order of the tenants.
    ///
    /// @throws SlipwayException with `CanariesMissing` if none has the label
    default List<Tenant> among(List<Tenant> tenants) {
        return switch (this) {
            case Share(int percent) -> first((tenants.size() * percent + 99) / 100, tenants);
            case Count(int number) -> first(number, tenants);
            case Labeled(String label) -> labeled(label, tenants);
        };
    }

    private static List<Tenant> first(int number, List<Tenant> tenants) {
        List<Tenant> chosen = tenants.stream()
                .sorted(Comparator.comparing((Tenant tenant) -> Shard.hash(tenant.name()), Long::compareUnsigned))
                .limit(number)
                .toList();
        return tenants.stream().filter(chosen::contains).toList();
    }

    private static List<Tenant> labeled(String label, List<Tenant> tenants) {
        List<Tenant> chosen = tenants.stream()
                .filter(tenant -> tenant.labels().contains(label))
                .toList();
        if (chosen.isEmpty()) {
            throw new SlipwayException(new CanariesMissing(label));
        }
        return chosen;
    }
}
