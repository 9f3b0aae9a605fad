package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.SecretShapes;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;

/// Where a setting comes from, to name it when it is malformed.
///
/// @param name `--url`, `DATABASE_URL`, `PGPORT`
/// @param given what was given, without its password
record SettingOrigin(String name, String given) {
    static final String EXAMPLE = "for example postgresql://app@db:5432/app with the password in DATABASE_PASSWORD";

    static SettingOrigin url(String name, String url) {
        return new SettingOrigin(name, SecretShapes.maskUrl(url));
    }

    static SettingOrigin variable(String name, String value) {
        return new SettingOrigin(name, SecretShapes.mask(value));
    }

    SlipwayException malformed(String problem, String help) {
        return new SlipwayException(new UsageFailure("%s \"%s\": %s".formatted(name, given, problem), help));
    }
}
