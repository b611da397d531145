package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.Section;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers of a document to reckon with. What is not one is passed over. */
final class Numbers {

    private static final String NUMBER = "[-+]?\\d{1,15}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?";

    private Numbers() {}

    static Optional<Double> first(Section part, String name) {
        return part.text(name).filter(text -> text.matches(NUMBER)).map(Double::valueOf);
    }

    static Stream<Double> all(Section part, String name) {
        return part.texts(name).filter(text -> text.matches(NUMBER)).map(Double::valueOf);
    }
}
