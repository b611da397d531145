package io.stacgenerator.cli.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few values by its name, in lower case and with hyphens. */
public final class Choice<E> implements ITypeConverter<E> {

    private final E[] values;
    private final Function<E, String> name;

    public Choice(E[] values, Function<E, String> name) {
        this.values = values.clone();
        this.name = value -> name.apply(value).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is not one of %s"
                        .formatted(text, Arrays.stream(values).map(name).collect(Collectors.joining(", ")))));
    }
}
