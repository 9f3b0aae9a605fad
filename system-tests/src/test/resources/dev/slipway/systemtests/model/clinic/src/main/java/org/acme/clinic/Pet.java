package org.acme.clinic;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.*;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@MappedEntity("pets")
public record Pet(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        Species species,
        @Nullable LocalDate born,
        @Relation(Relation.Kind.MANY_TO_ONE) Owner owner) {}
