/**
 * The values of STAC: immutable, free of I/O.
 *
 * <p>Members that STAC leaves open are JSON values in plain Java: {@link java.lang.String}, {@link java.lang.Boolean},
 * {@link java.lang.Number}, {@link java.util.List}, {@link java.util.Map} (with string keys, in document order) and
 * {@code null}. Maps and lists handed out are unmodifiable throughout.
 */
@NullMarked
package io.stacgenerator.model;

import org.jspecify.annotations.NullMarked;
