package dev.slipway.workbench.entity;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Refuses properties of Kotlin's value classes, which Micronaut does not see as properties, so that their columns
/// would be lost.
///
/// Source: the Kotlin language, inline value classes, on mangling.
final class KotlinValueClass {
    private static final ClassDesc METADATA = ClassDesc.of("kotlin.Metadata");
    private static final Pattern GETTER = Pattern.compile("get(\\p{Lu}\\w*)-[\\w-]{7}");

    private KotlinValueClass() {}

    /// @param models the class of an entity, and those that it extends
    static void check(String entity, List<ClassModel> models) {
        models.stream()
                .filter(KotlinValueClass::isKotlin)
                .forEach(model -> model.methods().stream()
                        .map(method -> GETTER.matcher(method.methodName().stringValue()))
                        .filter(Matcher::matches)
                        .map(getter -> property(getter.group(1)))
                        .filter(property -> isStored(model, property))
                        .findFirst()
                        .ifPresent(property -> {
                            throw CompiledEntities.failure(
                                    "property %s of entity %s has the type of a value class, which Micronaut Data does not see"
                                            .formatted(property, entity),
                                    "give it the type that is in the value class, and make the value where it is read");
                        }));
    }

    private static boolean isKotlin(ClassModel model) {
        return model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .anyMatch(annotation -> annotation.classSymbol().equals(METADATA));
    }

    private static String property(String capital) {
        return capital.substring(0, 1).toLowerCase(Locale.ROOT) + capital.substring(1);
    }

    /// What is computed has no field, and is none of the columns that somebody could miss.
    private static boolean isStored(ClassModel model, String property) {
        return model.fields().stream()
                .map(MappedField::new)
                .anyMatch(field -> field.name().equals(property) && field.isStored());
    }
}
