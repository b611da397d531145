package io.stacgenerator.cli.option;

import io.stacgenerator.GenerationOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks a date, or the first and the last one of a range, with a slash between them. */
final class DatetimeConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        try {
            GenerationOptions.builder().datetimeOrRange(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
