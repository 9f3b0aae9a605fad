package org.acme.clinic;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.*;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@MappedEntity("vets")
public record Vet(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        int room,
        @Relation(Relation.Kind.MANY_TO_ONE) Clinic clinic) {}
