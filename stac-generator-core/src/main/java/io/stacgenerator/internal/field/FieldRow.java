package io.stacgenerator.internal.field;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One line of {@code known-fields.txt} that describes a field. */
final class FieldRow {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern RANGE = Pattern.compile(">[\\d.]+|-?[\\d.]*\\d\\.\\.(-?\\d[\\d.]*)?");

    private final String name;
    private final FieldType type;
    private final List<String> words;

    FieldRow(String row, String prefix) {
        List<String> all = List.of(BLANKS.split(row.strip()));
        if (all.size() < 2) {
            throw new IllegalArgumentException("field row '%s' lacks a type".formatted(row));
        }
        this.name = fullName(all.get(0), prefix);
        this.type = FieldType.valueOf(all.get(1).toUpperCase(Locale.ROOT));
        this.words = all.subList(2, all.size());
    }

    static String fullName(String name, String prefix) {
        if (name.startsWith(":")) {
            return name.substring(1);
        }
        return prefix.isEmpty() || name.contains(":") ? name : prefix + ":" + name;
    }

    static FieldLevel[] levels(String text) {
        return Stream.of(text.split(",", -1))
                .filter(level -> !level.equals("none"))
                .map(level -> FieldLevel.valueOf(level.toUpperCase(Locale.ROOT)))
                .toArray(FieldLevel[]::new);
    }

    Field toField(List<Field> members) {
        Field field = Field.of(name, type)
                .with(traits())
                .summary(summary())
                .lengths(after("len:").map(FieldRow::numbers).orElse(new int[0]))
                .members(members.toArray(Field[]::new));
        field = after("at:").map(FieldRow::levels).map(field::at).orElse(field);
        field = after("=")
                .map(values -> values.split("\\|", -1))
                .map(field::oneOf)
                .orElse(field);
        Optional<String> array = after("legacy:");
        field = array.isPresent() ? field.legacyBand(array.get(), name) : field;
        field = pattern().map(field::matching).orElse(field);
        return range(field);
    }

    /** A loop, for this is asked some 2,000 times before the first Item is made: streams would take 10 ms. */
    private Optional<String> after(String start) {
        for (String word : words) {
            if (word.startsWith(start)) {
                return Optional.of(word.substring(start.length()));
            }
        }
        return Optional.empty();
    }

    private FieldTrait[] traits() {
        return Stream.of(FieldTrait.values())
                .filter(trait -> words.contains(trait.name().toLowerCase(Locale.ROOT)))
                .toArray(FieldTrait[]::new);
    }

    private FieldSummary summary() {
        return after("summary:")
                .map(kind -> FieldSummary.valueOf(kind.toUpperCase(Locale.ROOT)))
                .orElse(FieldSummary.NONE);
    }

    private Field range(Field field) {
        Optional<String> range =
                words.stream().filter(word -> RANGE.matcher(word).matches()).findFirst();
        return range.map(text -> text.startsWith(">")
                        ? field.above(Double.parseDouble(text.substring(1)))
                        : between(field, text.split("\\.\\.", 2)))
                .orElse(field);
    }

    private static Field between(Field field, String[] ends) {
        double min = Double.parseDouble(ends[0]);
        return ends[1].isEmpty() ? field.atLeast(min) : field.between(min, Double.parseDouble(ends[1]));
    }

    private Optional<String> pattern() {
        return words.stream()
                .filter(word -> word.length() > 1 && word.startsWith("/") && word.endsWith("/"))
                .findFirst()
                .map(word -> word.substring(1, word.length() - 1));
    }

    private static int[] numbers(String text) {
        return Stream.of(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
