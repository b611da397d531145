package io.stacgenerator.internal.field;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of {@code known-fields.txt} that describes a field. Each word is looked at once, without streams and regular
 * expressions: the lines are read before the first Item of a process is made, which would take 10 ms longer.
 */
final class FieldRow {

    private static final Map<String, FieldTrait> TRAITS = Stream.of(FieldTrait.values())
            .collect(Collectors.toMap(trait -> trait.name().toLowerCase(Locale.ROOT), trait -> trait));

    private final String name;
    private final FieldType type;
    private final List<String> words;

    FieldRow(String row, String prefix) {
        List<String> all = words(row);
        if (all.size() < 2) {
            throw new IllegalArgumentException("field row '%s' lacks a type".formatted(row));
        }
        this.name = fullName(all.get(0), prefix);
        this.type = FieldType.valueOf(all.get(1).toUpperCase(Locale.ROOT));
        this.words = all.subList(2, all.size());
    }

    static List<String> words(String row) {
        List<String> words = new ArrayList<>();
        for (String word : row.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
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
        Field field = Field.of(name, type);
        if (!members.isEmpty()) {
            field = field.members(members.toArray(Field[]::new));
        }
        Set<FieldTrait> traits = EnumSet.noneOf(FieldTrait.class);
        for (String word : words) {
            FieldTrait trait = TRAITS.get(word);
            if (trait == null) {
                field = limited(field, word);
            } else {
                traits.add(trait);
            }
        }
        return traits.isEmpty() ? field : field.with(traits.toArray(FieldTrait[]::new));
    }

    private Field limited(Field field, String word) {
        String rest = word.substring(1);
        return switch (word.charAt(0)) {
            case '=' -> field.oneOf(rest.split("\\|", -1));
            case '/' -> field.matching(rest.substring(0, rest.lastIndexOf('/')));
            case '>' -> field.above(Double.parseDouble(rest));
            default -> said(field, word);
        };
    }

    private Field said(Field field, String word) {
        int value = word.indexOf(':') + 1;
        String rest = word.substring(value);
        return switch (word.substring(0, value)) {
            case "at:" -> field.at(levels(rest));
            case "len:" -> field.lengths(numbers(rest));
            case "legacy:" -> field.legacyBand(rest, name);
            case "summary:" -> field.summary(FieldSummary.valueOf(rest.toUpperCase(Locale.ROOT)));
            default -> between(field, word);
        };
    }

    private Field between(Field field, String word) {
        int dots = word.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("field '%s' has the unknown word '%s'".formatted(name, word));
        }
        double min = Double.parseDouble(word.substring(0, dots));
        String max = word.substring(dots + "..".length());
        return max.isEmpty() ? field.atLeast(min) : field.between(min, Double.parseDouble(max));
    }

    private static int[] numbers(String text) {
        return Stream.of(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
