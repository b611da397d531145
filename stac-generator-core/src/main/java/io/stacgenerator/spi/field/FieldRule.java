package io.stacgenerator.spi.field;

import io.stacgenerator.Fault;
import java.util.List;

/**
 * Checks a value beyond what the other parts of a {@link Field} say. Thread-safe and without state.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FieldRule {

    /**
     * Checks a value.
     *
     * @param value a value that has the type of its field; of an array, one element
     * @return what is wrong; pointers are relative to the value, empty for the value itself
     */
    List<Fault> check(Object value);
}
