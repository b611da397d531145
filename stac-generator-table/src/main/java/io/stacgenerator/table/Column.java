package io.stacgenerator.table;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column as far as Items have shown it. Where a field is described, its description says the type, since a transform
 * of whole numbers looks like integers.
 */
final class Column {

    /** Parquet's own reader, which Spark has too, takes minutes to prepare for 50 lists in each other. */
    static final int MOST_LEVELS = 20;

    private static final Set<String> NODATA = Set.of("nan", "inf", "-inf");

    private final String path;
    private final int level;
    /** Takes back what an Item has changed that is refused in the end, the last change first. */
    private final Deque<Runnable> undo;

    private @Nullable ColumnType type;
    /** The type of the elements, when the column is a list that was empty so far. */
    private @Nullable ColumnType emptyElement;

    private String item = "";
    private boolean deep;
    private @Nullable Column element;
    private @Nullable Field describedList;
    private @Nullable Field describedElement;
    private final Map<String, Column> members = new TreeMap<>();

    /** Makes the column that has all others as members. */
    static Column root(Deque<Runnable> undo) {
        return new Column("", 0, undo);
    }

    private Column(String path, int level, Deque<Runnable> undo) {
        this.path = path;
        this.level = level;
        this.undo = undo;
    }

    @Nullable ColumnType type() {
        return type;
    }

    /** Returns whether a box has heights. */
    boolean deep() {
        return deep;
    }

    Map<String, Column> members() {
        return members;
    }

    Column member(String name) {
        Column known = members.get(name);
        if (known != null) {
            return known;
        }
        Column added = new Column(path.isEmpty() ? name : path + "." + name, level + 1, undo);
        members.put(name, added);
        undo.push(() -> members.remove(name));
        return added;
    }

    Column element() {
        if (element == null) {
            element = new Column(path + "[]", level + 1, undo);
            undo.push(() -> element = null);
        }
        return element;
    }

    /** Says the type beforehand. */
    void expect(ColumnType expected, String seenIn, boolean lenient) {
        ColumnType before = type;
        if (before == expected) {
            return;
        }
        undo.push(() -> type = before);
        if (before == null) {
            type = expected;
            item = seenIn;
            return;
        }
        ColumnType both = before.with(expected);
        if (both == null && !lenient) {
            throw refused(
                    "column %s is %s in item %s, but %s in item %s: give both the same type, or write such columns as JSON by the option conflicts=json"
                            .formatted(path, before, item, expected, seenIn));
        }
        type = both == null ? ColumnType.JSON : both;
    }

    static StacGeneratorException refused(String message) {
        return new StacGeneratorException(ErrorCode.ITEM_REFUSED, message);
    }

    /** Takes a value of an Item into account. */
    void observe(@Nullable Object value, @Nullable Field field, String id, boolean lenient) {
        if (value == null) {
            return;
        }
        if (level >= MOST_LEVELS && (value instanceof Map || value instanceof List)) {
            expectJson(id, lenient);
            return;
        }
        expect(typeOf(value, field == null ? FieldType.ANY : field.type(), id), id, lenient);
        if (type == ColumnType.LIST) {
            observeElements(JsonValues.elements(value), field, id, lenient);
        } else if (type == ColumnType.GROUP) {
            JsonValues.members(value).forEach((name, member) -> {
                Field known = field == null
                        ? null
                        : Optional.ofNullable(field.members().get(name))
                                .or(field::anyMember)
                                .orElse(null);
                member(name).observe(member, known, id, lenient);
            });
        }
    }

    private void expectJson(String id, boolean lenient) {
        if (!lenient) {
            throw refused(
                    "item %s is nested deeper than %d levels at %s: flatten it, or write such columns as JSON by the option conflicts=json"
                            .formatted(id, MOST_LEVELS, path));
        }
        expect(ColumnType.JSON, id, true);
    }

    private void observeElements(List<Object> elements, @Nullable Field field, String id, boolean lenient) {
        Field each = field == null ? null : described(field);
        if (each != null) {
            expectElement(described(each.type()));
        }
        for (Object one : elements) {
            element().observe(one, each, id, lenient);
        }
    }

    private void expectElement(@Nullable ColumnType expected) {
        if (emptyElement == null && expected != null) {
            emptyElement = expected;
            undo.push(() -> emptyElement = null);
        }
    }

    /** What is known of the elements, made once: each Item asks for it. */
    private @Nullable Field described(Field list) {
        if (list != describedList) {
            describedList = list;
            describedElement = elementOf(list);
        }
        return describedElement;
    }

    private static @Nullable Field elementOf(Field list) {
        return list.type()
                .element()
                .map(type -> {
                    Field each = Field.of(list.name(), type)
                            .members(list.members().values().toArray(Field[]::new));
                    return list.anyMember().map(each::anyMember).orElse(each);
                })
                .orElse(null);
    }

    private static @Nullable ColumnType described(FieldType type) {
        return switch (type) {
            case NUMBER, NODATA -> ColumnType.NUMBER;
            case INTEGER -> ColumnType.INTEGER;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case STRING, TIME -> ColumnType.STRING;
            default -> null;
        };
    }

    private ColumnType typeOf(Object value, FieldType described, String id) {
        if (value instanceof String text) {
            boolean nodata = described == FieldType.NODATA && NODATA.contains(text.toLowerCase(Locale.ROOT));
            return nodata ? ColumnType.NUMBER : ColumnType.STRING;
        }
        if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue())) {
                throw refused("item %s has at %s the number %s, which no column holds".formatted(id, path, number));
            }
            return numberType(number, described);
        }
        if (value instanceof Boolean) {
            return ColumnType.BOOLEAN;
        }
        if (value instanceof List<?>) {
            return ColumnType.LIST;
        }
        if (value instanceof Map<?, ?>) {
            return ColumnType.GROUP;
        }
        throw refused("item %s has at %s a %s, expected a JSON value".formatted(id, path, value.getClass()));
    }

    private static ColumnType numberType(Number number, FieldType described) {
        if (described == FieldType.NUMBER || described == FieldType.NODATA) {
            return ColumnType.NUMBER;
        }
        double value = number.doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        if (described == FieldType.INTEGER && whole) {
            return ColumnType.INTEGER;
        }
        boolean integral = !(number instanceof Double || number instanceof Float || number instanceof BigDecimal);
        boolean fits = !(number instanceof BigInteger big) || big.bitLength() < Long.SIZE;
        return integral && fits ? ColumnType.INTEGER : ColumnType.NUMBER;
    }

    void observeBox(int numbers, String id) {
        expect(ColumnType.BOX, id, false);
        deepen(numbers == 6);
    }

    private void deepen(boolean heights) {
        if (heights && !deep) {
            deep = true;
            undo.push(() -> deep = false);
        }
    }

    /** Removes what no Item has a value for, since a group needs a member. Returns whether anything is left. */
    boolean prune() {
        for (Iterator<Column> each = members.values().iterator(); each.hasNext(); ) {
            if (!each.next().prune()) {
                each.remove();
            }
        }
        if (type == ColumnType.LIST && (element == null || !element.prune())) {
            element = new Column(path + "[]", level + 1, undo);
            element.type = emptyElement == null ? ColumnType.STRING : emptyElement;
        }
        return type != null && (type != ColumnType.GROUP || !members.isEmpty());
    }

    /** Returns the names of members, at any level, that another one has in another case. */
    Stream<String> ambiguous() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream<String> here =
                members.values().stream().map(member -> member.path).filter(name -> !names.add(name));
        Stream<Column> below = Stream.concat(members.values().stream(), Stream.ofNullable(element));
        return Stream.concat(here, below.flatMap(Column::ambiguous));
    }

    Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (type != null) {
            json.put("type", type.toString());
            json.put("item", item);
        }
        if (deep) {
            json.put("deep", true);
        }
        if (emptyElement != null) {
            json.put("empty_element", emptyElement.toString());
        }
        if (element != null) {
            json.put("element", element.toMap());
        }
        if (!members.isEmpty()) {
            Map<String, Object> all = new LinkedHashMap<>();
            members.forEach((name, member) -> all.put(name, member.toMap()));
            json.put("members", all);
        }
        return json;
    }

    void merge(Map<String, Object> json, boolean lenient) {
        type(json, "type").ifPresent(other -> expect(other, String.valueOf(json.get("item")), lenient));
        deepen(Boolean.TRUE.equals(json.get("deep")));
        expectElement(type(json, "empty_element").orElse(null));
        JsonValues.object(json.get("element")).ifPresent(other -> element().merge(other, lenient));
        JsonValues.members(json.get("members"))
                .forEach((name, member) -> member(name).merge(JsonValues.members(member), lenient));
    }

    private static Optional<ColumnType> type(Map<String, Object> json, String name) {
        return JsonValues.string(json.get(name)).map(text -> {
            try {
                return ColumnType.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new StacGeneratorException(
                        ErrorCode.INVALID_TARGET,
                        "'%s' is not the type of a column of this library".formatted(text),
                        e);
            }
        });
    }
}
