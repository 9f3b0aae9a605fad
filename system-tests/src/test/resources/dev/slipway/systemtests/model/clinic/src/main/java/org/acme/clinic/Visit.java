package org.acme.clinic;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.*;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@MappedEntity("visits")
public record Visit(
        @Id @GeneratedValue @Nullable Long id,
        @Relation(Relation.Kind.MANY_TO_ONE) Pet pet,
        @Relation(Relation.Kind.MANY_TO_ONE) Vet vet,
        Instant at,
        @Nullable @Size(max = 2000) String notes) {}
