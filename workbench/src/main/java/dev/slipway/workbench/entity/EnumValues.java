package dev.slipway.workbench.entity;

import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.List;

/// The names of an enum's values. They are read from its class file: to make the values would run code of the module,
/// and ask for all that it needs, such as the library of Kotlin.
final class EnumValues {
    private EnumValues() {}

    static List<String> of(Class<?> type) {
        return type.getClassLoader() == null
                ? ofJava(type)
                : ClassFiles.read(type.getName(), type.getClassLoader())
                        .map(EnumValues::of)
                        .orElseGet(() -> ofJava(type));
    }

    private static List<String> of(ClassModel model) {
        return model.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.ENUM))
                .map(field -> field.fieldName().stringValue())
                .toList();
    }

    private static List<String> ofJava(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }
}
