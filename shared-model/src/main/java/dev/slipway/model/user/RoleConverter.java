package dev.slipway.model.user;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
final class RoleConverter implements AttributeConverter<Role, String> {
    @Override
    public @Nullable String convertToPersistedValue(@Nullable Role role, ConversionContext context) {
        return role == null ? null : role.word();
    }

    @Override
    public @Nullable Role convertToEntityValue(@Nullable String word, ConversionContext context) {
        return word == null ? null : Role.ofWord(word);
    }
}
