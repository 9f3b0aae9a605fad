package org.hibernate.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Stands for the one of Hibernate, whose library the tests do not need.
@Retention(RetentionPolicy.RUNTIME)
public @interface ColumnDefault {
    String value();
}
