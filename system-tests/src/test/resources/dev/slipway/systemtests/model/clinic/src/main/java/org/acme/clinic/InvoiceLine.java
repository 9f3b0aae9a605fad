package org.acme.clinic;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.*;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@MappedEntity("invoice_lines")
public record InvoiceLine(
        @Id @GeneratedValue @Nullable Long id,
        @Relation(Relation.Kind.MANY_TO_ONE) Invoice invoice,
        String what,
        BigDecimal amount) {}
