package dev.slipway.model.user;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Locale;

/// What a user may do; the database and the service's answers carry its [#word].
@TypeDef(type = DataType.STRING, converter = RoleConverter.class)
public enum Role {
    ADMIN,
    MEMBER,
    VIEWER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
