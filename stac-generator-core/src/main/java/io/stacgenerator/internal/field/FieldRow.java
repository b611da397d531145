package io.stacgenerator.internal.field;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    static Set<FieldLevel> levels(String text) {
        Set<FieldLevel> levels = EnumSet.noneOf(FieldLevel.class);
        for (String level : text.split(",", -1)) {
            if (!level.equals("none")) {
                levels.add(FieldLevel.valueOf(level.toUpperCase(Locale.ROOT)));
            }
        }
        return levels;
    }

    Field toField(Map<String, Field> members) {
        return new Field(
                name,
                type,
                after("at:").map(FieldRow::levels).orElse(EnumSet.allOf(FieldLevel.class)),
                traits(),
                range(),
                after("=").map(values -> Set.of(values.split("\\|", -1))).orElse(Set.of()),
                pattern(),
                after("len:").map(FieldRow::numbers).orElse(Set.of()),
                members);
    }

    private Optional<String> after(String start) {
        return words.stream()
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst();
    }

    private Set<FieldTrait> traits() {
        Set<FieldTrait> traits = new LinkedHashSet<>();
        for (FieldTrait trait : FieldTrait.values()) {
            if (words.contains(trait.name().toLowerCase(Locale.ROOT))) {
                traits.add(trait);
            }
        }
        return traits;
    }

    private @Nullable Range range() {
        return words.stream()
                .filter(word -> RANGE.matcher(word).matches())
                .findFirst()
                .map(word -> Range.parse(word, words.contains("cyclic")))
                .orElse(null);
    }

    private @Nullable Pattern pattern() {
        return words.stream()
                .filter(word -> word.length() > 1 && word.startsWith("/") && word.endsWith("/"))
                .findFirst()
                .map(word -> Pattern.compile(word.substring(1, word.length() - 1)))
                .orElse(null);
    }

    private static Set<Integer> numbers(String text) {
        return Set.of(text.split(",", -1)).stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
