package io.stacgenerator.internal.field;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words what a field allows and how an extension is used. */
public final class Expected {

    private Expected() {}

    /** Says what a field allows. */
    public static String of(Field field) {
        String expected =
                field.type().element().map(element -> array(field, element)).orElseGet(() -> of(field, field.type()));
        return field.is(FieldTrait.NONEMPTY) ? expected + " that is not empty" : expected;
    }

    /** Says what one value is, or one element of an array. */
    public static String of(Field field, FieldType type) {
        if (!field.allowed().isEmpty()) {
            return "one of " + String.join(", ", new TreeSet<>(field.allowed()));
        }
        return field.range()
                .map(range -> word(type) + " " + range)
                .or(() -> field.pattern().map(pattern -> "a string that matches " + pattern))
                .orElseGet(() -> word(type));
    }

    /** Says how an Item has to use an extension that it declares. */
    public static String useOf(KnownExtension extension) {
        if (!extension.rules().rels().isEmpty()) {
            return "a link whose rel is one of "
                    + String.join(", ", new TreeSet<>(extension.rules().rels()));
        }
        String what = extension.rules().needs().isEmpty()
                ? "a field of it"
                : String.join(" and ", new TreeSet<>(extension.rules().needs()));
        return what + " in "
                + new TreeSet<>(extension.rules().levels())
                        .stream().map(Expected::word).collect(Collectors.joining(" or "));
    }

    private static String word(FieldLevel level) {
        return switch (level) {
            case ITEM -> "the properties";
            case ASSET -> "an asset";
            case BAND -> "a band";
            case LINK -> "a link";
        };
    }

    private static String array(Field field, FieldType element) {
        String lengths = new TreeSet<>(field.lengths())
                .stream().map(length -> length + " ").collect(Collectors.joining("or "));
        return "an array of " + lengths + plural(element);
    }

    private static String word(FieldType type) {
        return switch (type) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case INTEGER -> "an integer";
            case BOOLEAN -> "true or false";
            case TIME -> "a time of RFC 3339 in UTC, such as 2024-05-01T10:20:30Z";
            case NODATA -> "a number, 'nan', 'inf' or '-inf'";
            default -> "an object";
        };
    }

    private static String plural(FieldType element) {
        return switch (element) {
            case STRING -> "strings";
            case NUMBER -> "numbers";
            case INTEGER -> "integers";
            default -> "objects";
        };
    }
}
