package dev.slipway.backend.problem;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the body of a request, which is a record of texts, whole numbers and booleans, and tells everything that is
/// wrong with it at once: what is of another type or not known at all together with what breaks a constraint.
@Singleton
public final class WholeBody {
    /// What else stands in the place of a name may be anything, secrets included, and is not sent back.
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private final Validator validator;

    WholeBody(Validator validator) {
        this.validator = validator;
    }

    /// What each feature gives as a bean for each of its bodies.
    public <T> Deserializer<T> of(Class<T> type) {
        BeanIntrospection<T> introspection = BeanIntrospection.getIntrospection(type);
        return (decoder, _, _) -> read(decoder, introspection);
    }

    private <T> T read(Decoder decoder, BeanIntrospection<T> introspection) throws IOException {
        JsonNode body = decoder.decodeNode();
        if (!body.isObject()) {
            throw new UnreadableBody(List.of());
        }
        Argument<?>[] components = introspection.getConstructorArguments();
        Object[] values = new Object[components.length];
        List<Fault> unreadable = new ArrayList<>(unknown(body, components));
        for (int i = 0; i < components.length; i++) {
            switch (Property.of(components[i].getType(), body.get(components[i].getName()))) {
                case Property.Absent _ -> {}
                case Property.Read read -> values[i] = read.value();
                case Property.Unreadable(String message) -> unreadable.add(new Fault(components[i].getName(), message));
            }
        }
        if (!unreadable.isEmpty()) {
            throw new UnreadableBody(withViolations(unreadable, introspection, values));
        }
        return introspection.instantiate(values);
    }

    private static List<Fault> unknown(JsonNode body, Argument<?>[] components) {
        Set<String> known = new HashSet<>();
        Stream.of(components).map(Argument::getName).forEach(known::add);
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : body.entries()) {
            if (!known.contains(property.getKey())) {
                faults.add(
                        WORD.matcher(property.getKey()).matches()
                                ? new Fault(property.getKey(), "is not known")
                                : new Fault("", "has a property that is not known"));
            }
        }
        return faults;
    }

    private List<Fault> withViolations(List<Fault> unreadable, BeanIntrospection<?> type, Object[] values) {
        List<Fault> faults = new ArrayList<>(unreadable);
        List<String> named = unreadable.stream().map(Fault::field).toList();
        Argument<?>[] components = type.getConstructorArguments();
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            if (!named.contains(name)) {
                for (ConstraintViolation<?> violation : validator.validateValue(type.getBeanType(), name, values[i])) {
                    faults.add(new Fault(name, violation.getMessage()));
                }
            }
        }
        return faults.stream().distinct().sorted(Fault.ORDER).toList();
    }
}
