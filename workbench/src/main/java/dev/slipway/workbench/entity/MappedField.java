package dev.slipway.workbench.entity;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.FieldModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A field of a class, as its compiler wrote it.
///
/// @param model nothing of the class is run for it
record MappedField(FieldModel model) {
    private static final String JAKARTA = "jakarta.persistence.";

    String name() {
        return model.fieldName().stringValue();
    }

    boolean isOf(Class<?> type) {
        return type.descriptorString().equals(model.fieldType().stringValue());
    }

    boolean isIdentity() {
        return has("Id") || has("EmbeddedId");
    }

    boolean isStored() {
        return !model.flags().has(AccessFlag.STATIC) && !model.flags().has(AccessFlag.TRANSIENT) && !isTransient();
    }

    /// By Jakarta Persistence or by Micronaut Data.
    private boolean isTransient() {
        return annotations()
                .anyMatch(annotation -> annotation.classSymbol().displayName().equals("Transient"));
    }

    /// Whether the other entity has the columns for it.
    boolean isMappedByOther() {
        return Stream.of("OneToMany", "ManyToMany", "OneToOne")
                .flatMap(kind -> annotation(kind).stream())
                .anyMatch(association -> text(association, "mappedBy").isPresent());
    }

    /// What it says of the table between two entities.
    Optional<Annotation> joinTable() {
        return has("ManyToMany") ? annotation("JoinTable") : Optional.empty();
    }

    /// The class of the elements of a collection, if it has one.
    Optional<String> element() {
        return model.findAttribute(Attributes.signature())
                .map(signature -> signature.signature().stringValue())
                .filter(text -> text.contains("<L"))
                .map(text -> text.substring(text.indexOf("<L") + 2, text.indexOf(';'))
                        .replace('/', '.'));
    }

    static Optional<String> text(Annotation annotation, String member) {
        return value(annotation, member)
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .filter(text -> !text.isBlank());
    }

    /// The names that an annotation gives to columns.
    static List<String> columns(Annotation annotation, String member) {
        return value(annotation, member)
                .filter(AnnotationValue.OfArray.class::isInstance)
                .map(value -> ((AnnotationValue.OfArray) value).values())
                .orElse(List.of())
                .stream()
                .filter(AnnotationValue.OfAnnotation.class::isInstance)
                .flatMap(column -> text(((AnnotationValue.OfAnnotation) column).annotation(), "name").stream())
                .toList();
    }

    private boolean has(String name) {
        return annotation(name).isPresent();
    }

    private Optional<Annotation> annotation(String name) {
        ClassDesc wanted = ClassDesc.of(JAKARTA + name);
        return annotations()
                .filter(annotation -> annotation.classSymbol().equals(wanted))
                .findFirst();
    }

    private Stream<Annotation> annotations() {
        return model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream());
    }

    private static Optional<AnnotationValue> value(Annotation annotation, String member) {
        return annotation.elements().stream()
                .filter(element -> element.name().equalsString(member))
                .map(AnnotationElement::value)
                .findFirst();
    }
}
