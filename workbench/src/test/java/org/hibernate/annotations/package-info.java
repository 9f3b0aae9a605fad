/// An annotation that Micronaut Data does not know.
@org.jspecify.annotations.NullMarked
package org.hibernate.annotations;
