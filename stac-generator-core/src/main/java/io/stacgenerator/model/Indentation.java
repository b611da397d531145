package io.stacgenerator.model;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Puts each member and element on a line of its own, but the numbers of an array on one. */
final class Indentation extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;

    private static final DefaultIndenter LINE = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    Indentation() {
        super(SEPARATORS);
        indentObjectsWith(LINE);
        indentArraysWith(LINE);
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) {
        if (!isOfNumbers(generator)) {
            super.beforeArrayValues(generator);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) {
        if (isOfNumbers(generator)) {
            generator.writeRaw(", ");
        } else {
            super.writeArrayValueSeparator(generator);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int size) {
        if (isOfNumbers(generator)) {
            _nesting--;
            generator.writeRaw(']');
        } else {
            super.writeEndArray(generator, size);
        }
    }

    private static boolean isOfNumbers(JsonGenerator generator) {
        return generator.currentValue() instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Number;
    }
}
