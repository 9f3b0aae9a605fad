package org.acme.clinic;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.*;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@Embeddable
public record Address(String street, @Nullable @Size(max = 40) String town) {}
